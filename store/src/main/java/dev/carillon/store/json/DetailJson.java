package dev.carillon.store.json;

import dev.carillon.core.money.Cost;
import dev.carillon.core.money.Tokens;
import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Ending;
import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.ToolCall;
import dev.carillon.core.run.Usage;
import dev.carillon.core.schedule.Input;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was asked of a run's target and what came back, as the store keeps it. */
public final class DetailJson {
  private static final JsonMapper JSON = new JsonMapper();

  private DetailJson() {}

  /** What was asked, and how it ended. */
  public record Detail(Input input, Ending ending) {}

  /** Writes the detail of a run that has ended. */
  public static String write(Detail detail) {
    var ending = detail.ending();
    var answer = ending.answer();
    var json =
        JSON.createObjectNode()
            .put("message", detail.input().message())
            .put("context", detail.input().contextJson());
    ending.failure().ifPresent(kind -> json.put("failure", kind.name()));
    ending.message().ifPresent(text -> json.put("error", text));
    answer.text().ifPresent(text -> json.put("text", text));
    answer.sessionId().ifPresent(id -> json.put("session_id", id));
    json.set("usage", usage(answer.usage()));
    var calls = json.putArray("tool_calls");
    answer.toolCalls().forEach(call -> calls.add(call(call)));
    return json.toString();
  }

  /**
   * Reads the detail of a run.
   *
   * @param state in which the run ended
   */
  public static Detail read(String text, RunState state) {
    var json = JSON.readTree(text);
    var calls = new ArrayList<ToolCall>();
    json.required("tool_calls").forEach(call -> calls.add(readCall(call)));
    var answer =
        new Answer(
            text(json, "text"), readUsage(json.required("usage")), calls, text(json, "session_id"));
    return new Detail(
        new Input(json.required("message").asString(), json.required("context").asString()),
        new Ending(
            state, text(json, "failure").map(FailureKind::valueOf), text(json, "error"), answer));
  }

  private static ObjectNode usage(Usage usage) {
    var json = JSON.createObjectNode().put("cost_source", usage.cost().source());
    usage.cost().known().ifPresent(cost -> json.put("cost_nanos", cost.nanos()));
    usage.model().ifPresent(model -> json.put("model", model));
    usage.provider().ifPresent(provider -> json.put("provider", provider));
    put(json, "input_tokens", usage.tokens().input());
    put(json, "output_tokens", usage.tokens().output());
    put(json, "cache_read_tokens", usage.tokens().cacheRead());
    put(json, "cache_write_tokens", usage.tokens().cacheWrite());
    put(json, "context_used", usage.contextUsed());
    put(json, "context_max", usage.contextMax());
    return json;
  }

  private static Usage readUsage(JsonNode json) {
    return new Usage(
        Cost.of(json.required("cost_source").asString(), number(json, "cost_nanos").orElse(0)),
        new Tokens(
            number(json, "input_tokens"),
            number(json, "output_tokens"),
            number(json, "cache_read_tokens"),
            number(json, "cache_write_tokens")),
        text(json, "model"),
        text(json, "provider"),
        number(json, "context_used"),
        number(json, "context_max"));
  }

  private static ObjectNode call(ToolCall call) {
    var json =
        JSON.createObjectNode()
            .put("id", call.id())
            .put("type", call.type())
            .put("tool", call.tool())
            .put("input", call.inputJson())
            .put("success", call.success());
    put(json, "duration_ms", call.duration());
    return json;
  }

  private static ToolCall readCall(JsonNode json) {
    return new ToolCall(
        json.required("id").asString(),
        json.required("type").asString(),
        json.required("tool").asString(),
        json.required("input").asString(),
        json.required("success").asBoolean(),
        number(json, "duration_ms"));
  }

  private static void put(ObjectNode json, String field, OptionalLong number) {
    if (number.isPresent()) {
      json.put(field, number.getAsLong());
    }
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.has(field) ? Optional.of(json.required(field).asString()) : Optional.empty();
  }

  private static OptionalLong number(JsonNode json, String field) {
    return json.has(field) ? OptionalLong.of(json.required(field).asLong()) : OptionalLong.empty();
  }
}
