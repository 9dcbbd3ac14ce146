package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Timetable;
import java.time.Instant;
import java.util.Optional;

/** A timetable whose answers can be checked by head: every full five seconds since the epoch. */
final class EveryFiveSeconds implements Timetable {
  private static final long STEP = 5_000;

  @Override
  public Optional<Instant> after(Instant instant) {
    return Optional.of(
        Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), STEP) * STEP + STEP));
  }

  @Override
  public Optional<Instant> before(Instant instant) {
    return Optional.of(
        Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli() - 1, STEP) * STEP));
  }

  @Override
  public long count(Instant from, Instant to) {
    return Math.ceilDiv(to.toEpochMilli(), STEP) - Math.ceilDiv(from.toEpochMilli(), STEP);
  }
}
