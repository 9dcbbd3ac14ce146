package dev.carillon.targets.agent;

import dev.carillon.core.run.ToolCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code execution_log}. The use and the result of a tool are one call when they bear the
 * same id; the order is that of their first entry.
 */
final class ToolLog {
  static final int MOST_CALLS = 200;
  private static final int LONGEST_INPUT = 2_048;
  private static final String USE = "tool_use";

  private final Map<String, Written> calls = new LinkedHashMap<>();

  private ToolLog() {}

  static List<ToolCall> read(JsonNode log) {
    var read = new ToolLog();
    var place = 0;
    for (var entry : log) {
      place++;
      if (entry.isObject()) {
        read.add(entry, place);
      }
    }
    return read.calls.values().stream().limit(MOST_CALLS).map(Written::call).toList();
  }

  private void add(JsonNode entry, int place) {
    var told = Texts.word(entry.path("id"));
    var id = told.orElse("#" + place);
    var earlier = Optional.ofNullable(calls.get(id)).filter(other -> other.pairs(entry));
    if (earlier.isPresent()) {
      calls.put(id, earlier.get().with(entry));
      return;
    }
    // An id that comes again without being the other half is a call of its own.
    var key = calls.containsKey(id) ? id + "#" + place : id;
    calls.put(key, new Written(id, Optional.empty(), Optional.empty()).with(entry));
  }

  /** A call as far as it has been read. */
  private record Written(String id, Optional<JsonNode> use, Optional<JsonNode> result) {

    boolean pairs(JsonNode other) {
      return isResult(other) ? result.isEmpty() : use.isEmpty();
    }

    Written with(JsonNode entry) {
      return isResult(entry)
          ? new Written(id, use, Optional.of(entry))
          : new Written(id, Optional.of(entry), result);
    }

    ToolCall call() {
      var first = use.or(() -> result).orElseThrow();
      var last = result.or(() -> use).orElseThrow();
      return new ToolCall(
          id,
          Texts.word(first.path("type")).orElse(USE),
          Texts.word(first.path("tool")).or(() -> Texts.word(last.path("tool"))).orElse("?"),
          input(first.path("input")),
          // Only what says so has failed; an entry without the field says nothing against itself.
          last.path("success").booleanValue(true),
          Figures.count(last.path("duration_ms")));
    }

    private static boolean isResult(JsonNode entry) {
      return "tool_result".equals(entry.path("type").stringValue(USE));
    }

    /** The input as JSON; a long one becomes a JSON string that holds its beginning. */
    private static String input(JsonNode input) {
      if (input.isMissingNode()) {
        return "{}";
      }
      var json = Json.text(input);
      return json.length() <= LONGEST_INPUT
          ? json
          : Json.text(Json.string(Texts.cut(json, LONGEST_INPUT) + "... [cut]"));
    }
  }
}
