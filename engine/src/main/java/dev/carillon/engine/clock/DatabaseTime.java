package dev.carillon.engine.clock;

import dev.carillon.core.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * The database's time as this node estimates it between two questions: the monotonic clock plus an
 * offset, taken from the sample with the shortest round trip. Good for setting alarms; it never
 * decides what is due. It does tell when the database's clock leaps ahead: what such a clock calls
 * missed cannot be taken back, so a leap is believed only when it lasts. Guarded by itself; the
 * planning loop samples, others read.
 */
public final class DatabaseTime {
  /** A sample older than this is replaced by the next one, however long that one took. */
  private static final Duration STALE = Duration.ofSeconds(10);

  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Being ahead by more than this would make occurrences missed that are not. */
  private static final Duration LEAP = Timeline.LATE_AFTER;

  /** A leap that has lasted so long is the new time. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  private final InstantSource database;
  private final Monotonic monotonic;
  private long askedAt;
  private long sampledAt;
  private long roundTrip = Long.MAX_VALUE;
  private long databaseMillis;
  private OptionalLong leaptAt = OptionalLong.empty();

  /**
   * @param database asks the database for its time at every call
   */
  public DatabaseTime(InstantSource database, Monotonic monotonic) {
    this.database = database;
    this.monotonic = monotonic;
  }

  /** Asks the database again when the last question is more than a second ago. */
  public synchronized void refresh() {
    if (roundTrip == Long.MAX_VALUE || monotonic.nanos() - askedAt > FRESH.toNanos()) {
      sample();
    }
  }

  /** Asks the database once and keeps the answer if it is the better one. */
  private void sample() {
    var before = monotonic.nanos();
    var told = database.millis();
    var after = monotonic.nanos();
    askedAt = after;
    if (roundTrip != Long.MAX_VALUE && leaps(Instant.ofEpochMilli(told))) {
      leaptAt = OptionalLong.of(leaptAt.orElse(before));
      if (before - leaptAt.getAsLong() < BELIEVED.toNanos()) {
        return;
      }
      roundTrip = Long.MAX_VALUE;
    }
    leaptAt = OptionalLong.empty();
    if (after - before <= roundTrip || before - sampledAt > STALE.toNanos()) {
      roundTrip = after - before;
      sampledAt = before + roundTrip / 2;
      databaseMillis = told;
    }
  }

  /** The database's time by estimate. */
  public synchronized Instant now() {
    if (roundTrip == Long.MAX_VALUE) {
      sample();
    }
    return Instant.ofEpochMilli(databaseMillis).plusNanos(monotonic.nanos() - sampledAt);
  }

  /** Whether this reading of the database's clock is ahead of all that passed since the last. */
  public synchronized boolean leaps(Instant told) {
    return told.isAfter(now().plus(LEAP));
  }

  /** How long to wait until the database's clock shows this instant; never negative. */
  public Duration until(Instant instant) {
    var left = Duration.between(now(), instant);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
