package dev.carillon.core.run;

import dev.carillon.core.schedule.OnLost;
import java.util.Optional;

/** What follows from an outcome, and from a lost node. Pure. */
public final class RunRules {
  /** So many times a run is taken over from a lost node; then it is settled as failed. */
  public static final int MAX_LOST = 3;

  private RunRules() {}

  /** What the ledger says of a run whose attempt came to this outcome. */
  public static Ending after(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded(var answer) ->
          new Ending(RunState.SUCCEEDED, Optional.empty(), Optional.empty(), answer);
      case Outcome.Failed(var kind, var message, var answer) ->
          new Ending(RunState.FAILED, Optional.of(kind), Optional.of(message), answer);
      case Outcome.TimedOut(var message, var answer) ->
          new Ending(
              RunState.TIMED_OUT, Optional.of(FailureKind.TIMEOUT), Optional.of(message), answer);
      case Outcome.Cancelled(var message) ->
          new Ending(RunState.CANCELLED, Optional.empty(), Optional.of(message), Answer.NONE);
      case Outcome.Unknown(var message) ->
          new Ending(RunState.UNKNOWN, Optional.empty(), Optional.of(message), Answer.NONE);
    };
  }

  /**
   * What becomes of a running run whose node died.
   *
   * @param timesLost how often that has happened to this run before
   */
  public static Lost lost(OnLost policy, int timesLost) {
    return switch (policy) {
      case RETRY ->
          timesLost < MAX_LOST ? new Lost.Again() : ended("lost " + (timesLost + 1) + " times");
      case FAIL -> ended("and its schedule says that such a run fails");
    };
  }

  /**
   * How a queued run ends that may not start any more. One that a lost node had begun was called,
   * so it is not skipped: nobody will ever know what came of it.
   */
  public static Ending refused(boolean begun, String why) {
    return begun
        ? new Ending(
            RunState.CANCELLED,
            Optional.empty(),
            Optional.of("the node that ran it was lost, and it was not called again: " + why),
            Answer.NONE)
        : new Ending(RunState.SKIPPED, Optional.empty(), Optional.empty(), Answer.NONE);
  }

  private static Lost ended(String detail) {
    return new Lost.Ended(
        new Ending(
            RunState.FAILED,
            Optional.of(FailureKind.NODE_LOST),
            Optional.of("the node that ran it was lost, " + detail),
            Answer.NONE));
  }
}
