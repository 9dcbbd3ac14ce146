package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A planned line as SQL finds it, live or in the ledger.
 *
 * @param booked when it was decided that it runs, or that it does not
 * @param completed empty while it lives
 */
record BookedLine(
    UUID run,
    UUID schedule,
    Instant nominal,
    Optional<Instant> until,
    long covers,
    String reason,
    Instant booked,
    Optional<Instant> completed,
    Fate fate) {
  /** How it ended, as far as that matters here. */
  enum Fate {
    SUCCEEDED,
    /** Nobody will ever know what came of its call. */
    CANCELLED,
    FAILED,
    /** It did not run, or has not ended. */
    OTHER;

    /** By the code that the store keeps. */
    static Fate of(int state) {
      return switch (state) {
        case 11 -> SUCCEEDED;
        case 12 -> FAILED;
        case 14 -> CANCELLED;
        default -> OTHER;
      };
    }
  }

  boolean ran() {
    return fate == Fate.SUCCEEDED;
  }

  /** Its last nominal time. */
  Instant last() {
    return until.orElse(nominal);
  }

  boolean covers(Instant instant) {
    return !instant.isBefore(nominal) && !instant.isAfter(last());
  }
}
