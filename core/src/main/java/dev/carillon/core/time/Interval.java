package dev.carillon.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Every instant {@code anchor + k * every}, for whole k before and after the anchor. Elapsed time:
 * a day is 86,400 seconds, and no zone or clock change moves it.
 */
public record Interval(Instant anchor, Duration every) {
  public Interval {
    if (every.toSeconds() < 1 || !every.equals(Duration.ofSeconds(every.toSeconds()))) {
      throw new IllegalArgumentException(
          "an interval is a whole number of seconds and at least one, not " + every);
    }
  }

  /** The first instant strictly after the given one; empty past the end of {@link Instant}. */
  public Optional<Instant> next(Instant after) {
    return at(Math.floorDiv(wholeSeconds(anchor, after), every.toSeconds()) + 1);
  }

  /** The last instant strictly before the given one; empty past the start of {@link Instant}. */
  public Optional<Instant> previous(Instant before) {
    return at(passedBefore(before) - 1);
  }

  /** How many instants lie in {@code [from, to)}; 0 when the range is empty. */
  public long count(Instant from, Instant to) {
    return Math.max(0, passedBefore(to) - passedBefore(from));
  }

  /** The k of the first instant that is not before the given one. */
  private long passedBefore(Instant instant) {
    return Math.ceilDiv(-wholeSeconds(instant, anchor), every.toSeconds());
  }

  /** Seconds from one instant to another, rounded down. */
  private static long wholeSeconds(Instant from, Instant to) {
    long seconds = to.getEpochSecond() - from.getEpochSecond();
    return to.getNano() < from.getNano() ? seconds - 1 : seconds;
  }

  private Optional<Instant> at(long k) {
    long second = anchor.getEpochSecond() + k * every.toSeconds();
    if (second < Instant.MIN.getEpochSecond() || second > Instant.MAX.getEpochSecond()) {
      return Optional.empty();
    }
    return Optional.of(Instant.ofEpochSecond(second, anchor.getNano()));
  }
}
