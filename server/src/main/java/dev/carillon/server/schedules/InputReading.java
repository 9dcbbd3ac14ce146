package dev.carillon.server.schedules;

import dev.carillon.api.json.WireJson;
import dev.carillon.server.http.Characters;
import dev.carillon.server.http.Findings;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a target is to be told, with a schedule or with one request of a run. */
public final class InputReading {
  private static final int LONGEST_MESSAGE = 65_536;

  private InputReading() {}

  /** The message that is sent; none when there is none, and what is wrong with it is a finding. */
  public static Optional<String> message(Optional<String> sent, Findings findings) {
    if (sent.filter(String::isBlank).isPresent()) {
      findings.add("/task_query", "task query required");
    }
    if (sent.filter(text -> Characters.in(text) > LONGEST_MESSAGE).isPresent()) {
      findings.add("/task_query", "task_query has at most " + LONGEST_MESSAGE + " characters");
    }
    return sent;
  }

  /** The context that is sent, as text; one that is null is none. */
  public static Optional<String> context(Optional<JsonNode> sent, Findings findings) {
    var given = present(sent);
    if (given.filter(context -> !context.isObject()).isPresent()) {
      findings.add("/task_context", "task_context is an object");
    }
    return given.map(WireJson::text);
  }

  /** Jackson makes a null out of a field that is not there. */
  public static Optional<JsonNode> present(Optional<JsonNode> sent) {
    return sent.filter(given -> !given.isNull());
  }
}
