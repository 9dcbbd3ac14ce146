package dev.carillon.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The database's time as this node estimates it between two questions: the monotonic clock plus an
 * offset, taken from the sample with the shortest round trip. Good for setting alarms; it never
 * decides what is due. Guarded by itself; the planning loop samples, others read.
 */
public final class DatabaseTime {
  /** A sample older than this is replaced by the next one, however long that one took. */
  private static final Duration STALE = Duration.ofSeconds(10);

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final InstantSource database;
  private final Monotonic monotonic;
  private long askedAt;
  private long sampledAt;
  private long roundTrip = Long.MAX_VALUE;
  private long databaseMillis;

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

  /** How long to wait until the database's clock shows this instant; never negative. */
  public Duration until(Instant instant) {
    var left = Duration.between(now(), instant);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
