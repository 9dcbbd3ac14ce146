package dev.carillon.store.json;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.Dialect;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.cron.Gap;
import dev.carillon.core.cron.OverlapHour;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OnLost;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ResumePolicy;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import java.time.Duration;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition as the store keeps it. It carries the number of its format, so that a later version
 * can still read what this one wrote.
 */
public final class DefinitionJson {
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private DefinitionJson() {}

  /** Writes a definition. */
  public static String write(Definition definition) {
    var json = JSON.createObjectNode().put("format", FORMAT);
    json.set("trigger", trigger(definition.trigger()));
    json.set("target", target(definition.target()));
    json.set(
        "input",
        JSON.createObjectNode()
            .put("message", definition.input().message())
            .put("context", definition.input().contextJson()));
    json.set("policies", policies(definition.policies()));
    return json.toString();
  }

  /** Reads a definition; throws when it cannot be read, with the reason. */
  public static Definition read(String text) {
    var json = JSON.readTree(text);
    if (json.required("format").asInt() != FORMAT) {
      throw new IllegalArgumentException("its format is " + json.get("format") + ", not " + FORMAT);
    }
    var input = json.required("input");
    return new Definition(
        readTrigger(json.required("trigger")),
        readTarget(json.required("target")),
        new Input(text(input, "message"), text(input, "context")),
        readPolicies(json.required("policies")));
  }

  private static ObjectNode trigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Cron(var times) ->
          JSON.createObjectNode()
              .put("type", "cron")
              .put("expression", times.expression().text())
              .put("dialect", times.expression().dialect().name())
              .put("timezone", times.zone().getId())
              .put("gap", times.policy().gap().name())
              .put("overlap_hour", times.policy().overlapHour().name());
      case Trigger.Manual() -> JSON.createObjectNode().put("type", "manual");
    };
  }

  private static Trigger readTrigger(JsonNode json) {
    return switch (text(json, "type")) {
      case "cron" ->
          new Trigger.Cron(
              CronTimes.of(
                  expression(text(json, "expression"), Dialect.valueOf(text(json, "dialect"))),
                  ZoneId.of(text(json, "timezone")),
                  new DstPolicy(
                      Gap.valueOf(text(json, "gap")),
                      OverlapHour.valueOf(text(json, "overlap_hour")))));
      case "manual" -> new Trigger.Manual();
      default -> throw unknown("trigger", json);
    };
  }

  private static CronExpression expression(String text, Dialect dialect) {
    return switch (CronExpression.parse(text, dialect)) {
      case CronParse.Parsed(var expression) -> expression;
      case CronParse.Refused refused -> throw new IllegalArgumentException(refused.message());
    };
  }

  private static ObjectNode target(Target target) {
    return switch (target) {
      case Target.Agent(var name) ->
          JSON.createObjectNode().put("type", "agent").put("agent", name);
    };
  }

  private static Target readTarget(JsonNode json) {
    return switch (text(json, "type")) {
      case "agent" -> new Target.Agent(text(json, "agent"));
      default -> throw unknown("target", json);
    };
  }

  private static ObjectNode policies(Policies policies) {
    return JSON.createObjectNode()
        .put("overlap", policies.overlap().name())
        .put("catchup", policies.catchup().policy().name())
        .put("catchup_window_ms", policies.catchup().window().toMillis())
        .put("catchup_limit", policies.catchup().limit())
        .put("on_resume", policies.onResume().name())
        .put("on_lost", policies.onLost().name())
        .put("timeout_ms", policies.timeout().toMillis());
  }

  private static Policies readPolicies(JsonNode json) {
    return new Policies(
        OverlapPolicy.valueOf(text(json, "overlap")),
        new Catchup(
            CatchupPolicy.valueOf(text(json, "catchup")),
            Duration.ofMillis(json.required("catchup_window_ms").asLong()),
            json.required("catchup_limit").asInt()),
        ResumePolicy.valueOf(text(json, "on_resume")),
        OnLost.valueOf(text(json, "on_lost")),
        Duration.ofMillis(json.required("timeout_ms").asLong()));
  }

  private static String text(JsonNode json, String field) {
    return json.required(field).asString();
  }

  private static IllegalArgumentException unknown(String what, JsonNode json) {
    return new IllegalArgumentException("no " + what + " has the type " + json.get("type"));
  }
}
