package dev.carillon.engine.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people and programs ask; it sees only what its scope allows, and changes nothing. */
public interface ReadStore {
  /** The database's time. */
  Instant now();

  /** Schedules that are not deleted, newest first, without what they say to their targets. */
  Page<Entry> schedules(Scope scope, ScheduleQuery query);

  /** One schedule that is not deleted. */
  Optional<Entry> schedule(Scope scope, ScheduleId id);

  /** Whether the scope sees the lines of such a schedule: of one that is deleted they stay. */
  boolean hasLinesOf(Scope scope, ScheduleId id);

  /**
   * Runs and, when asked for, every other line of the ledger, newest first by id; without query and
   * tool calls, and with no more than the beginning of a result.
   */
  Page<RunRecord> runs(Scope scope, RunQuery query);

  /** One run with its query, result and tool calls. */
  Optional<RunRecord> run(Scope scope, RunId id);

  /** What to list of the schedules. */
  record ScheduleQuery(
      Optional<ScheduleStatus> status, Optional<String> search, Slice<ScheduleKey> slice) {}

  /** The place of a schedule in the list. */
  record ScheduleKey(Instant createdAt, ScheduleId id) {}

  /**
   * What to list of the runs.
   *
   * @param everyLine also what was skipped or missed
   */
  record RunQuery(
      Optional<ScheduleId> schedule,
      Optional<String> agent,
      List<RunState> states,
      Optional<Reason> reason,
      Optional<TriggerKind> kind,
      Optional<Instant> from,
      Optional<Instant> to,
      boolean everyLine,
      Slice<RunId> slice) {
    public RunQuery {
      states = List.copyOf(states);
    }
  }

  /** Which part of a list: after this key, or from this offset, so many. */
  record Slice<K>(Optional<K> after, int offset, int size) {}
}
