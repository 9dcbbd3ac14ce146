package dev.carillon.acceptance.crash;

import java.time.Instant;

/**
 * A stretch in which people kept a schedule from running.
 *
 * @param reason what its lines may give as their reason meanwhile
 * @param asked just before it was asked for
 * @param answered when it had been acknowledged
 * @param backAsked just before its end was asked for
 * @param back when that had been acknowledged
 */
record Halt(String reason, Instant asked, Instant answered, Instant backAsked, Instant back) {
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** One that nobody ends. */
  static Halt forGood(String reason, Instant asked, Instant answered) {
    return new Halt(reason, asked, answered, NEVER, NEVER);
  }

  Halt endedBy(Instant resumeAsked, Instant resumed) {
    return new Halt(reason, asked, answered, resumeAsked, resumed);
  }

  boolean ends() {
    return back.isBefore(NEVER);
  }

  /** Whether all of the line may lie in it. */
  boolean excuses(BookedLine line) {
    return line.reason().equals(reason)
        && !line.nominal().isBefore(asked)
        && !line.last().isAfter(back);
  }

  /** Whether nothing of that instant may run. */
  boolean forbids(Instant nominal) {
    return nominal.isAfter(answered) && nominal.isBefore(backAsked);
  }

  boolean overlaps(Instant from, Instant until) {
    return !asked.isAfter(until) && !back.isBefore(from);
  }
}
