package dev.carillon.core.timeline;

import java.time.Instant;

/**
 * Occurrences that will not run, under one decision: the first, the last, how many, and why. One
 * occurrence is a line whose first is its last.
 */
public record Line(Instant from, Instant until, long covers, Reason reason) implements Passed {
  public Line {
    if (covers < 1 || until.isBefore(from)) {
      throw new IllegalArgumentException(
          "a line covers at least one instant: " + covers + " from " + from + " until " + until);
    }
  }
}
