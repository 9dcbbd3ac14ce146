package dev.carillon.core.calendar;

import dev.carillon.core.recurrence.RecurrenceRule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * An event of an iCalendar file.
 *
 * @param zone on whose clock it begins; empty means that of the calendar
 * @param days how long it is, in days on that clock, and then in elapsed time
 * @param except beginnings at which it does not take place
 */
public record Event(
    LocalDateTime start,
    Optional<ZoneId> zone,
    int days,
    Duration length,
    Optional<RecurrenceRule> rule,
    Set<LocalDateTime> except) {
  public Event {
    except = Set.copyOf(except);
    if (days < 0 || length.isNegative()) {
      throw new IllegalArgumentException("an event ends after it begins: " + start);
    }
  }
}
