package dev.carillon.core.schedule;

import dev.carillon.core.calendar.Calendar;
import java.time.Instant;
import java.util.Map;

/**
 * A schedule as it was last saved. Every edit makes the next version; a run keeps the version it
 * was planned under.
 *
 * @param updatedAt when it was last edited, paused, quarantined or resumed; only an edit makes a
 *     version
 */
public record Schedule(
    ScheduleId id,
    Owner owner,
    int version,
    Heading heading,
    Definition definition,
    Instant createdAt,
    Instant updatedAt) {
  /** The same with another input. */
  public Schedule saying(Input input) {
    return new Schedule(
        id, owner, version, heading, definition.saying(input), createdAt, updatedAt);
  }

  /** The same, changed at this instant. */
  public Schedule changedAt(Instant instant) {
    return new Schedule(id, owner, version, heading, definition, createdAt, instant);
  }

  /** The same, knowing what the names of its calendars stand for. */
  public Schedule knowing(Map<String, Calendar> calendars) {
    var bounds = definition.bounds();
    var known = definition.within(bounds.with(bounds.calendars().knowing(calendars)));
    return new Schedule(id, owner, version, heading, known, createdAt, updatedAt);
  }
}
