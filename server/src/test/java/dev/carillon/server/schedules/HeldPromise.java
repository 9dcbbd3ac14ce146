package dev.carillon.server.schedules;

import dev.carillon.core.schedule.ScheduleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a preview showed of a schedule, and how many of those instants have come since. */
final class HeldPromise {
  private final ScheduleId schedule;
  private final String draft;
  private final List<Instant> shown;
  private int kept;

  HeldPromise(ScheduleId schedule, String draft, List<Instant> shown) {
    this.schedule = schedule;
    this.draft = draft;
    this.shown = List.copyOf(shown);
  }

  ScheduleId schedule() {
    return schedule;
  }

  /** The next instant by the preview; empty after the last that it showed. */
  Optional<Instant> next() {
    return kept < shown.size() ? Optional.of(shown.get(kept)) : Optional.empty();
  }

  boolean isDue(Instant now) {
    return next().equals(Optional.of(now));
  }

  /** The next instant has come as it was shown. */
  void keep() {
    kept++;
  }

  int kept() {
    return kept;
  }

  @Override
  public String toString() {
    return draft;
  }
}
