package dev.carillon.core.schedule;

import java.time.Duration;

/** The policies of a schedule, each of which can be said in one sentence. */
public record Policies(
    OverlapPolicy overlap,
    Catchup catchup,
    ResumePolicy onResume,
    OnLost onLost,
    Duration timeout) {
  /** The longest time that one attempt may take. */
  public static final Duration MAX_TIMEOUT = Duration.ofDays(1);

  /** What holds when nothing is said. */
  public static final Policies DEFAULT =
      new Policies(
          OverlapPolicy.SKIP,
          Catchup.DEFAULT,
          ResumePolicy.NEXT,
          OnLost.RETRY,
          Duration.ofHours(1));

  public Policies {
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException("a timeout is above 0 and at most " + MAX_TIMEOUT);
    }
  }
}
