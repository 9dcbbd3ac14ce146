package dev.carillon.server.runs;

import dev.carillon.api.json.WireJson;
import dev.carillon.api.runs.RunReceipt;
import dev.carillon.api.runs.RunView;
import dev.carillon.api.runs.ToolCallView;
import dev.carillon.core.money.Money;
import dev.carillon.core.run.ToolCall;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.engine.store.RunRecord.Result;
import dev.carillon.server.http.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What people read of a run and of a ledger line. */
final class RunViews {
  private RunViews() {}

  /** A run. */
  static RunView run(RunRecord run) {
    return view(run, Optional.empty());
  }

  /** A line of the ledger. */
  static RunView line(RunRecord line) {
    return view(line, Optional.of(line.covers()));
  }

  /** That there is a run, and how it stands. */
  static RunReceipt receipt(RunRecord run) {
    return new RunReceipt(
        run.id().toString(),
        run.schedule().toString(),
        run.state().wireName(),
        Choice.word(run.reason()),
        words(run));
  }

  private static RunView view(RunRecord run, Optional<Long> covers) {
    var times = run.times();
    var usage = run.usage();
    var tokens = usage.tokens();
    var id = run.id().toString();
    return new RunView(
        id,
        id,
        run.schedule().toString(),
        run.scheduleName(),
        run.version(),
        run.target(),
        run.kind().word(),
        times.nominal(),
        times.desired(),
        times.started().or(times::queued).orElse(times.desired()),
        times.queued(),
        times.started(),
        times.completed(),
        between(times.started(), times.completed()),
        between(Optional.of(times.desired()), times.started()),
        run.state().wireName(),
        Choice.word(run.reason()),
        words(run),
        run.attempt(),
        run.lost(),
        id,
        run.node(),
        run.query(),
        run.result().flatMap(Result::text),
        run.result().flatMap(Result::failure).map(kind -> kind.word()),
        run.result().flatMap(Result::message),
        usage.model(),
        usage.provider(),
        boxed(tokens.input()),
        boxed(tokens.output()),
        boxed(tokens.cacheRead()),
        boxed(tokens.cacheWrite()),
        boxed(tokens.total()),
        usage.cost().known().map(Money::usd),
        usage.cost().source(),
        boxed(usage.contextUsed()),
        boxed(usage.contextMax()),
        run.result().map(Result::toolCalls).map(RunViews::toolCalls),
        run.result().flatMap(Result::sessionId),
        run.until(),
        covers);
  }

  private static String words(RunRecord run) {
    return run.times().started().isEmpty() && !run.state().ended()
        ? "it is due and waits for its turn"
        : run.reason().words();
  }

  private static List<ToolCallView> toolCalls(List<ToolCall> calls) {
    return calls.stream()
        .map(call ->
            new ToolCallView(
                Optional.of(call.id()).filter(id -> !id.isEmpty()),
                call.type(),
                call.tool(),
                Optional.of(call.inputJson()).filter(text -> !text.isEmpty()).map(RunViews::json),
                call.success(),
                boxed(call.duration())))
        .toList();
  }

  /** What an agent said of a tool's input is shown as it is, should it be no JSON. */
  private static JsonNode json(String text) {
    try {
      return WireJson.tree(text);
    } catch (JacksonException noJson) {
      return StringNode.valueOf(text);
    }
  }

  private static Optional<Long> between(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(first -> to.map(last -> Duration.between(first, last).toMillis()));
  }

  private static Optional<Long> boxed(OptionalLong number) {
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }
}
