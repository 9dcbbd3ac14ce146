package dev.carillon.acceptance.crash;

import java.time.Duration;
import java.time.Instant;

/**
 * A time without a server.
 *
 * @param killed just before SIGKILL
 * @param restarted just before it was started again
 * @param ready when it had said that it is ready
 */
record Down(Instant killed, Instant restarted, Instant ready) {
  /** Whether it was so long that of one-second schedules at least one instant was missed. */
  boolean missesSome() {
    return Duration.between(killed, restarted).compareTo(Downs.LATE_TOLERANCE.plusSeconds(1)) > 0;
  }

  /** Whether nobody served at some instant from the one to the other. */
  boolean overlaps(Instant from, Instant until) {
    return !killed.isAfter(until) && !ready.isBefore(from);
  }
}
