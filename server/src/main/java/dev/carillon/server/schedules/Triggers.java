package dev.carillon.server.schedules;

import dev.carillon.api.schedules.DstSpec;
import dev.carillon.api.schedules.TriggerSpec;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.server.http.Choice;
import java.util.Optional;

/** What the wire says of triggers. */
final class Triggers {
  private Triggers() {}

  /** The trigger as the wire says it. */
  static TriggerSpec spec(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Manual() -> new TriggerSpec.Manual();
      case Trigger.Event(var name, var filter) ->
          new TriggerSpec.Event(name, FilterReading.spec(filter));
      case Trigger.After(var schedules, var condition, var on) ->
          new TriggerSpec.After(
              schedules.stream().map(ScheduleId::toString).toList(),
              Optional.of(Choice.word(condition)),
              Optional.of(Choice.word(on)));
      case Trigger.Every(var every, var unit, var anchor) ->
          new TriggerSpec.Interval(every, Choice.word(unit), Optional.of(anchor));
      case Trigger.Once(var at) -> new TriggerSpec.Once(at);
      case Trigger.Dates(var at) -> new TriggerSpec.Dates(at);
      case Trigger.Recurring(var recurrence) ->
          new TriggerSpec.Rrule(
              recurrence.rule().text(),
              Optional.of(recurrence.start()),
              Optional.of(recurrence.zone().getId()));
      case Trigger.Cron(var times) ->
          new TriggerSpec.Cron(
              times.expression().text(),
              Optional.of(times.zone().getId()),
              Optional.of(times.expression().dialect().wireName()));
    };
  }

  /** What becomes of clock changes, as the wire says it; only a cron line has a choice. */
  static DstSpec dst(Trigger trigger) {
    var policy =
        switch (trigger) {
          case Trigger.Cron(var times) -> times.policy();
          case Trigger.Every _,
              Trigger.Once _,
              Trigger.Dates _,
              Trigger.Recurring _,
              Trigger.Untimed _ ->
              DstPolicy.DEFAULT;
        };
    return new DstSpec(
        Optional.of(Choice.word(policy.gap())), Optional.of(Choice.word(policy.overlapHour())));
  }

  /** The cron line, if it is one. */
  static Optional<String> expression(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Cron(var times) -> Optional.of(times.expression().text());
      case Trigger.Every _,
          Trigger.Once _,
          Trigger.Dates _,
          Trigger.Recurring _,
          Trigger.Untimed _ ->
          Optional.empty();
    };
  }
}
