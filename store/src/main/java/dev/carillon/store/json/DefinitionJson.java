package dev.carillon.store.json;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Calendars;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.ExecutionWindow;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OnLost;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ResumePolicy;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.time.DailyWindow;
import dev.carillon.core.time.Jitter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
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
    json.set("trigger", TriggerJson.write(definition.trigger()));
    json.set("bounds", bounds(definition.bounds()));
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
        TriggerJson.read(json.required("trigger")),
        readBounds(json.path("bounds")),
        readTarget(json.required("target")),
        new Input(text(input, "message"), text(input, "context")),
        readPolicies(json.required("policies")));
  }

  private static ObjectNode bounds(Bounds bounds) {
    var json = JSON.createObjectNode();
    bounds.startAt().ifPresent(at -> json.put("start_at_ms", at.toEpochMilli()));
    bounds.endAt().ifPresent(at -> json.put("end_at_ms", at.toEpochMilli()));
    bounds.maxRuns().ifPresent(most -> json.put("max_runs", most));
    bounds.window().ifPresent(window -> json.set("window", window(window)));
    if (!bounds.calendars().isEmpty()) {
      json.set("calendars", calendars(bounds.calendars()));
    }
    if (!bounds.jitter().equals(Jitter.NONE)) {
      json.put("jitter_ms", bounds.jitter().span().toMillis())
          .put("jitter_mode", bounds.jitter().mode().name());
    }
    return json;
  }

  /** A definition that was written before there were bounds has none. */
  private static Bounds readBounds(JsonNode json) {
    return new Bounds(
        json.optional("start_at_ms").map(at -> Instant.ofEpochMilli(at.asLong())),
        json.optional("end_at_ms").map(at -> Instant.ofEpochMilli(at.asLong())),
        json.optional("max_runs").map(JsonNode::asInt),
        json.optional("window").map(DefinitionJson::readWindow),
        json.optional("calendars").map(DefinitionJson::readCalendars).orElse(Calendars.NONE),
        json.optional("jitter_ms")
            .map(span ->
                new Jitter(
                    Duration.ofMillis(span.asLong()),
                    Jitter.Mode.valueOf(text(json, "jitter_mode"))))
            .orElse(Jitter.NONE));
  }

  private static ObjectNode window(ExecutionWindow window) {
    return JSON.createObjectNode()
        .put("from", window.daily().from().toString())
        .put("to", window.daily().to().toString())
        .put("timezone", window.daily().zone().getId())
        .put("outside", window.outside().name());
  }

  private static ExecutionWindow readWindow(JsonNode json) {
    return new ExecutionWindow(
        new DailyWindow(
            LocalTime.parse(text(json, "from")),
            LocalTime.parse(text(json, "to")),
            ZoneId.of(text(json, "timezone"))),
        ExecutionWindow.Outside.valueOf(text(json, "outside")));
  }

  /** Names only: what they stand for changes without the schedule. */
  private static ObjectNode calendars(Calendars calendars) {
    var json = JSON.createObjectNode().put("on_excluded", calendars.onExcluded().name());
    calendars.include().forEach(json.putArray("include")::add);
    calendars.exclude().forEach(json.putArray("exclude")::add);
    return json;
  }

  private static Calendars readCalendars(JsonNode json) {
    return new Calendars(
        json.required("include").valueStream().map(JsonNode::asString).toList(),
        json.required("exclude").valueStream().map(JsonNode::asString).toList(),
        Calendars.OnExcluded.valueOf(text(json, "on_excluded")),
        Map.of());
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

  static String text(JsonNode json, String field) {
    return json.required(field).asString();
  }

  static IllegalArgumentException unknown(String what, JsonNode json) {
    return new IllegalArgumentException("no " + what + " has the type " + json.get("type"));
  }
}
