package dev.carillon.acceptance.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Real time passes here, for tests of whole processes, which no clock of ours can drive. */
public final class Wait {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Wait() {}

  /** Returns at that instant, or at once when it has passed. */
  public static void until(Instant instant) {
    while (Instant.now().isBefore(instant)) {
      LockSupport.parkUntil(instant.toEpochMilli());
    }
  }

  /** Looks again and again; answers whether it came true in that time. */
  public static boolean until(Duration longest, BooleanSupplier itIsSo) {
    var give = Instant.now().plus(longest);
    while (!itIsSo.getAsBoolean()) {
      if (Instant.now().isAfter(give)) {
        return false;
      }
      until(Instant.now().plus(BETWEEN_LOOKS));
    }
    return true;
  }
}
