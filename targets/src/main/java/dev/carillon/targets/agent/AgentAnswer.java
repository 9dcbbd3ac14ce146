package dev.carillon.targets.agent;

import dev.carillon.core.money.Cost;
import dev.carillon.core.money.Money;
import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Usage;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads what {@code /api/chat} answers, as far as it can be believed. */
final class AgentAnswer {
  /** So much of an answer's text is kept, in bytes of UTF-8. */
  static final int KEPT = 64 * 1_024;

  private AgentAnswer() {}

  /**
   * The answer in this JSON.
   *
   * @param agent whose session totals are compared
   * @throws tools.jackson.core.JacksonException when the text is not JSON
   */
  static Answer read(String text, String agent, SessionTotals totals) {
    var json = Escapes.storable(text);
    var root = Json.read(json);
    var metadata = root.path("metadata");
    var session = root.path("session");
    var sessionId = Texts.word(metadata.path("session_id"));
    var spent =
        sessionId.flatMap(id ->
            Figures.usd(session.path("total_cost_usd"))
                .flatMap(total -> totals.spent(new SessionTotals.Session(agent, id), total)));
    var said = root.path("response").stringValueOpt().orElse(json);
    return new Answer(
        Optional.of(Texts.kept(said, KEPT)),
        new Usage(
            cost(metadata, spent),
            Figures.tokens(metadata),
            Texts.word(session.path("model")),
            Optional.empty(),
            Figures.count(session.path("context_tokens")),
            first(
                Figures.count(session.path("context_window")),
                Figures.count(metadata.path("context_window")))),
        ToolLog.read(root.path("execution_log")),
        sessionId);
  }

  /** The session's own total is never a run's cost: it grows from run to run. */
  private static Cost cost(JsonNode metadata, Optional<Money> spent) {
    return Figures.usd(metadata.path("cost_usd"))
        .<Cost>map(Cost.Reported::new)
        .or(() -> spent.map(Cost.Estimated::new))
        .orElse(Cost.unknown());
  }

  private static OptionalLong first(OptionalLong one, OptionalLong other) {
    return one.isPresent() ? one : other;
  }
}
