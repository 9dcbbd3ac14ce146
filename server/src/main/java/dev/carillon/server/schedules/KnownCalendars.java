package dev.carillon.server.schedules;

import dev.carillon.core.calendar.Calendar;
import java.util.Optional;

/** What the names of calendars stand for, to the owner of a schedule. */
@FunctionalInterface
interface KnownCalendars {
  /** Of an owner who has none. */
  KnownCalendars NONE = name -> Optional.empty();

  Optional<Calendar> named(String name);
}
