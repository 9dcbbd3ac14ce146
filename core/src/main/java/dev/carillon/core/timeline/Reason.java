package dev.carillon.core.timeline;

/** Why a ledger line is what it is: a closed list, each with its words. */
public enum Reason {
  ON_TIME("it started on time"),
  LATE("it started late"),
  CAUGHT_UP("it was missed while nobody planned, and started afterwards"),
  CONCURRENCY("too many runs were under way"),
  QUARANTINED("the schedule could not be planned and waits for a person"),
  APPROVAL_EXPIRED("nobody approved it in time"),
  CALLER_GONE("the caller that waited for it was gone"),
  OVERLAP("the previous run was still running"),
  QUEUE_FULL("the queue of its agent was full"),
  BUDGET("a budget would have been exceeded"),
  RATE_LIMITED("a rate limit was reached"),
  CIRCUIT_OPEN("its target had failed too often"),
  PAUSED("the schedule was paused"),
  CALENDAR("a calendar excludes the day"),
  WINDOW("it lay outside the schedule's window"),
  DST_GAP("the clock change left this time out"),
  TOO_LATE("it was older than the catch-up window"),
  CATCHUP_NONE("it was missed while nobody planned, and the policy is to let it go"),
  CATCHUP_CAP("more occurrences were missed than may be caught up"),
  SUPERSEDED("a newer missed occurrence ran in its place"),
  TARGET_MISSING("its target did not exist"),
  TARGET_STOPPED("its target was stopped"),
  SCHEDULE_DELETED("the schedule was deleted"),
  APPROVAL_DENIED("the approval was denied"),
  NODE_LOST("the node that ran it was lost"),
  OPERATOR("a person decided so"),
  SCHEDULE_ENDED("the schedule had ended");

  private final String words;

  Reason(String words) {
    this.words = words;
  }

  /** The reason as the end of a sentence. */
  public String words() {
    return words;
  }

  /** True when time was lost; false when a rule said no, or when it ran. */
  public boolean lostTime() {
    return switch (this) {
      case TOO_LATE, CATCHUP_NONE, CATCHUP_CAP, SUPERSEDED -> true;
      case ON_TIME,
          LATE,
          CAUGHT_UP,
          CONCURRENCY,
          QUARANTINED,
          APPROVAL_EXPIRED,
          CALLER_GONE,
          OVERLAP,
          QUEUE_FULL,
          BUDGET,
          RATE_LIMITED,
          CIRCUIT_OPEN,
          PAUSED,
          CALENDAR,
          WINDOW,
          DST_GAP,
          TARGET_MISSING,
          TARGET_STOPPED,
          SCHEDULE_DELETED,
          APPROVAL_DENIED,
          NODE_LOST,
          OPERATOR,
          SCHEDULE_ENDED ->
          false;
    };
  }
}
