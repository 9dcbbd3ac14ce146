package dev.carillon.server.schedules;

import dev.carillon.core.schedule.ScheduleId;
import java.util.Optional;
import java.util.Set;

/** What the tests' people see of other schedules and of calendars. */
final class Sights {
  /** No other schedule and no calendar. */
  static final Sight NOTHING = of();

  private Sights() {}

  static Sight knowing(KnownCalendars calendars) {
    return NOTHING.knowing(calendars);
  }

  static Sight of(ScheduleId... seen) {
    return new Sight(Set.of(seen), Optional.empty(), KnownCalendars.NONE);
  }
}
