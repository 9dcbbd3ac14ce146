package dev.carillon.core.run;

import dev.carillon.core.schedule.Trigger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The states of a run and the one table of its legal changes. The code is what the store keeps. */
public enum RunState {
  /** Due later: a delay, a retry. */
  PENDING(1),
  /** Due, and waiting for something that bounds it. */
  QUEUED(2),
  /** Its target is being called. */
  RUNNING(3),
  AWAITING_APPROVAL(4),
  SUCCEEDED(11),
  FAILED(12),
  TIMED_OUT(13),
  CANCELLED(14),
  /** Nobody knows how it ended; it can be resolved once. */
  UNKNOWN(15),
  /** A rule said no. */
  SKIPPED(16),
  /** Time was lost. */
  MISSED(17);

  private static final int FIRST_ENDED = 11;
  private static final Map<RunState, Set<RunState>> LEGAL = legal();

  private final int code;

  RunState(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The word for logs and documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word by which programs know it, whoever tells them. */
  public String wireName() {
    return this == SUCCEEDED ? "COMPLETED" : name();
  }

  /** True when the run is a line in the ledger. */
  public boolean ended() {
    return code >= FIRST_ENDED;
  }

  /** True when a run in this state has called, or may have called, its target. */
  public boolean ran() {
    return switch (this) {
      case RUNNING, SUCCEEDED, FAILED, TIMED_OUT, UNKNOWN -> true;
      case PENDING, QUEUED, AWAITING_APPROVAL, CANCELLED, SKIPPED, MISSED -> false;
    };
  }

  /** Whether a run that was called and ended so is what a schedule waits for. */
  public boolean isAwaited(Trigger.Awaited end) {
    return switch (end) {
      case SUCCESS -> this == SUCCEEDED;
      case FAILURE -> this == FAILED || this == TIMED_OUT || this == UNKNOWN;
      case END -> ended();
    };
  }

  /** Whether the table of legal changes allows this one. */
  public boolean mayBecome(RunState next) {
    return LEGAL.getOrDefault(this, Set.of()).contains(next);
  }

  /** The states that may follow this one. */
  public Set<RunState> successors() {
    return Set.copyOf(LEGAL.getOrDefault(this, Set.of()));
  }

  /** The state that the store keeps under this code. */
  public static RunState of(int code) {
    for (var state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state of a run has the code " + code);
  }

  private static Map<RunState, Set<RunState>> legal() {
    var table = new EnumMap<RunState, Set<RunState>>(RunState.class);
    table.put(PENDING, EnumSet.of(QUEUED, SKIPPED, MISSED, CANCELLED));
    table.put(QUEUED, EnumSet.of(RUNNING, PENDING, AWAITING_APPROVAL, SKIPPED, MISSED, CANCELLED));
    table.put(
        RUNNING,
        EnumSet.of(
            SUCCEEDED, FAILED, TIMED_OUT, CANCELLED, UNKNOWN, PENDING, QUEUED, AWAITING_APPROVAL));
    table.put(AWAITING_APPROVAL, EnumSet.of(QUEUED, CANCELLED, SKIPPED));
    table.put(UNKNOWN, EnumSet.of(SUCCEEDED, FAILED));
    return table;
  }
}
