package dev.carillon.server.schedules;

import dev.carillon.core.schedule.ScheduleId;
import java.util.Optional;
import java.util.Set;

/** What the tests' people see of other schedules. */
final class Sights {
  /** No other schedule. */
  static final Sight NOTHING = new Sight(Set.of(), Optional.empty());

  private Sights() {}

  static Sight of(ScheduleId... seen) {
    return new Sight(Set.of(seen), Optional.empty());
  }
}
