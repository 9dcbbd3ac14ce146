package dev.carillon.store.json;

import static dev.carillon.store.json.DefinitionJson.text;
import static dev.carillon.store.json.DefinitionJson.unknown;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.Dialect;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.cron.Gap;
import dev.carillon.core.cron.OverlapHour;
import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.recurrence.RecurrenceParse;
import dev.carillon.core.recurrence.RecurrenceRule;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A trigger within a definition as the store keeps it. */
final class TriggerJson {
  private TriggerJson() {}

  static ObjectNode write(Trigger trigger) {
    var json = JsonNodeFactory.instance.objectNode();
    return switch (trigger) {
      case Trigger.Cron(var times) ->
          json.put("type", "cron")
              .put("expression", times.expression().text())
              .put("dialect", times.expression().dialect().name())
              .put("timezone", times.zone().getId())
              .put("gap", times.policy().gap().name())
              .put("overlap_hour", times.policy().overlapHour().name());
      case Trigger.Every(var every, var unit, var anchor) ->
          json.put("type", "interval")
              .put("every", every)
              .put("unit", unit.name())
              .put("anchor_ms", anchor.toEpochMilli());
      case Trigger.Once(var at) -> json.put("type", "once").put("at_ms", at.toEpochMilli());
      case Trigger.Dates(var at) -> {
        var list = json.put("type", "dates").putArray("at_ms");
        at.forEach(one -> list.add(one.toEpochMilli()));
        yield json;
      }
      case Trigger.Recurring(var recurrence) ->
          json.put("type", "rrule")
              .put("rule", recurrence.rule().text())
              .put("start_ms", recurrence.start().toEpochMilli())
              .put("timezone", recurrence.zone().getId());
      case Trigger.Manual() -> json.put("type", "manual");
      case Trigger.Event(var name, var filter) -> {
        write(filter, json.put("type", "event").put("name", name).putObject("filter"));
        yield json;
      }
      case Trigger.After(var schedules, var condition, var on) -> {
        json.put("type", "after").put("condition", condition.name()).put("on", on.name());
        var ids = json.putArray("schedules");
        schedules.forEach(id -> ids.add(id.toString()));
        yield json;
      }
    };
  }

  private static void write(EventFilter filter, ObjectNode json) {
    filter
        .wanted()
        .forEach((place, values) -> {
          var array = json.putArray(place);
          values.forEach(array::add);
        });
  }

  static Trigger read(JsonNode json) {
    return switch (text(json, "type")) {
      case "cron" ->
          new Trigger.Cron(
              CronTimes.of(
                  expression(text(json, "expression"), Dialect.valueOf(text(json, "dialect"))),
                  ZoneId.of(text(json, "timezone")),
                  new DstPolicy(
                      Gap.valueOf(text(json, "gap")),
                      OverlapHour.valueOf(text(json, "overlap_hour")))));
      case "interval" ->
          new Trigger.Every(
              json.required("every").asLong(),
              Trigger.Unit.valueOf(text(json, "unit")),
              instant(json.required("anchor_ms")));
      case "once" -> new Trigger.Once(instant(json.required("at_ms")));
      case "dates" ->
          new Trigger.Dates(
              json.required("at_ms").valueStream().map(TriggerJson::instant).toList());
      case "rrule" ->
          new Trigger.Recurring(
              new Recurrence(
                  rule(text(json, "rule")),
                  instant(json.required("start_ms")),
                  ZoneId.of(text(json, "timezone"))));
      case "manual" -> new Trigger.Manual();
      case "event" -> new Trigger.Event(text(json, "name"), filter(json.required("filter")));
      case "after" ->
          new Trigger.After(
              json.required("schedules")
                  .valueStream()
                  .map(id -> new ScheduleId(UUID.fromString(id.asString())))
                  .toList(),
              Trigger.Condition.valueOf(text(json, "condition")),
              Trigger.Awaited.valueOf(text(json, "on")));
      default -> throw unknown("trigger", json);
    };
  }

  private static EventFilter filter(JsonNode json) {
    var wanted = new HashMap<String, List<String>>();
    json.forEachEntry((place, values) ->
        wanted.put(place, values.valueStream().map(JsonNode::asString).toList()));
    return new EventFilter(wanted);
  }

  private static Instant instant(JsonNode millis) {
    return Instant.ofEpochMilli(millis.asLong());
  }

  private static CronExpression expression(String text, Dialect dialect) {
    return switch (CronExpression.parse(text, dialect)) {
      case CronParse.Parsed(var expression) -> expression;
      case CronParse.Refused refused -> throw new IllegalArgumentException(refused.message());
    };
  }

  private static RecurrenceRule rule(String text) {
    return switch (RecurrenceRule.parse(text)) {
      case RecurrenceParse.Parsed(var rule) -> rule;
      case RecurrenceParse.Refused(var message) -> throw new IllegalArgumentException(message);
    };
  }
}
