package dev.carillon.acceptance.docs;

import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.Trigger;
import java.util.Locale;
import java.util.stream.Collectors;

/** A trigger as people send it. */
final class TriggerOnWire {
  private TriggerOnWire() {}

  /** The word for its type. */
  static String type(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Cron _ -> "cron";
      case Trigger.Every _ -> "interval";
      case Trigger.Recurring _ -> "rrule";
      case Trigger.Once _ -> "once";
      case Trigger.Dates _ -> "dates";
      case Trigger.Event _ -> "event";
      case Trigger.After _ -> "after";
      case Trigger.Manual _ -> "manual";
    };
  }

  /** What it says beside its type. */
  static String says(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Cron(var times) ->
          "expression: %s, timezone: %s".formatted(times.expression(), times.zone());
      case Trigger.Every(var every, var unit, var anchor) ->
          "every: %d, unit: %s, anchor: %s".formatted(every, word(unit), anchor);
      case Trigger.Recurring(var recurrence) ->
          "rule: %s, timezone: %s, dtstart: %s"
              .formatted(recurrence.rule().text(), recurrence.zone(), recurrence.start());
      case Trigger.Once(var at) -> "at: " + at;
      case Trigger.Dates(var at) -> "at: " + at;
      case Trigger.Event(var name, var filter) ->
          "event: %s, filter: {%s}".formatted(name, says(filter));
      case Trigger.After(var schedules, var condition, var on) ->
          "schedules: %s, condition: %s, on: %s".formatted(schedules, word(condition), word(on));
      case Trigger.Manual() -> "(nothing)";
    };
  }

  private static String says(EventFilter filter) {
    return filter.wanted().entrySet().stream()
        .map(one -> EventFilter.written(one.getKey()) + ": " + String.join(", ", one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
