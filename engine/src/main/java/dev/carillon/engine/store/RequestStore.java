package dev.carillon.engine.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.ScheduleId;
import java.time.Instant;

/**
 * Writes a run that somebody asked for, in one transaction with the key of the request, so that the
 * same request sent again is the same run.
 */
public interface RequestStore {
  /** Requests a run of a schedule that the scope sees. */
  Requested request(Scope scope, ScheduleId id, RequestKey key, RequestRule rule);

  /**
   * The key of a request: the caller's own, kept for 24 hours, or one drawn for it.
   *
   * @param fingerprint of what was asked; the same key with another fingerprint is a conflict
   */
  record RequestKey(String key, boolean fromCaller, String fingerprint) {}

  /** Decides what becomes of the request, under the lock of the schedule's clock. Pure. */
  @FunctionalInterface
  interface RequestRule {
    Request decide(Entry entry, Instant now, boolean targetStored);
  }

  /** What becomes of a request. */
  sealed interface Request {
    /** It is queued; the clock of its schedule counts it. */
    record Queue(NewRun run) implements Request {}

    /** It does not run, and leaves this line. */
    record Line(NewLine line) implements Request {}

    /** It is turned down without a trace; the words say why and what to do. */
    record Refuse(String why) implements Request {}
  }

  /** The answer to a request. */
  sealed interface Requested {
    /** The run is queued or has its line; replayed when the same request had come before. */
    record Done(RunId run, boolean replayed) implements Requested {}

    /** The scope sees no such schedule. */
    record NotFound() implements Requested {}

    /** It cannot be done now; the words say why and what to do. */
    record Refused(String why) implements Requested {}

    /** The caller used this key for something else. */
    record KeyReused() implements Requested {}
  }
}
