package dev.carillon.core.schedule;

import java.time.Duration;

/** A catch-up policy with its bounds: how old an occurrence may be, and how many may run. */
public record Catchup(CatchupPolicy policy, Duration window, int limit) {
  /** The newest, not older than an hour; at most a hundred where the policy takes more than one. */
  public static final Catchup DEFAULT = new Catchup(CatchupPolicy.LAST, Duration.ofHours(1), 100);

  /** A cap above this would make one transaction too large. */
  public static final int MAX_LIMIT = 1_000;

  public Catchup {
    if (window.isNegative()) {
      throw new IllegalArgumentException("a catch-up window is never negative: " + window);
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a catch-up limit is 1 to " + MAX_LIMIT + ": " + limit);
    }
  }

  public Catchup with(CatchupPolicy other) {
    return new Catchup(other, window, limit);
  }
}
