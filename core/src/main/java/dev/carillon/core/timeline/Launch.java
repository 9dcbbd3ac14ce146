package dev.carillon.core.timeline;

import java.time.Instant;

/**
 * An occurrence that is to become a run: when it was due, when it should start, and how it came.
 */
public record Launch(Instant nominal, Instant desired, Reason reason) implements Passed {
  /**
   * True when it was missed and is caught up, so that it waits in order instead of being dropped.
   */
  public boolean caughtUp() {
    return reason == Reason.CAUGHT_UP;
  }
}
