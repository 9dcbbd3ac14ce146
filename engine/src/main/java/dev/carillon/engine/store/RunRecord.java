package dev.carillon.engine.store;

import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.ToolCall;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.run.Usage;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as people read it, live or in the ledger.
 *
 * @param until the last occurrence of a range line
 * @param covers how many occurrences the line stands for
 */
public record RunRecord(
    RunId id,
    ScheduleId schedule,
    String scheduleName,
    String target,
    TriggerKind kind,
    RunState state,
    Reason reason,
    Times times,
    Optional<Instant> until,
    long covers,
    int version,
    int attempt,
    int epoch,
    int lost,
    Optional<String> node,
    Optional<String> query,
    Optional<Result> result,
    Usage usage) {
  /** The times of a run: nominal, desired, queued, started, completed. */
  public record Times(
      Optional<Instant> nominal,
      Instant desired,
      Optional<Instant> queued,
      Optional<Instant> started,
      Optional<Instant> completed) {}

  /** What came back from the target. */
  public record Result(
      Optional<FailureKind> failure,
      Optional<String> message,
      Optional<String> text,
      Optional<String> sessionId,
      List<ToolCall> toolCalls) {
    public Result {
      toolCalls = List.copyOf(toolCalls);
    }
  }
}
