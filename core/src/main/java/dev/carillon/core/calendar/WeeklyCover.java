package dev.carillon.core.calendar;

import dev.carillon.core.calendar.Calendar.Part;
import dev.carillon.core.time.Spell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Parts of the week on the clock of a zone. */
record WeeklyCover(List<Part> parts, ZoneId zone) implements Cover {
  /**
   * Every part comes again within a week, and may have begun two days ago where one was left out.
   */
  private static final int AROUND = 8;

  @Override
  public Spell at(Instant instant) {
    var inside = false;
    var since = Instant.MIN;
    var until = Instant.MAX;
    var today = instant.atZone(zone).toLocalDate();
    for (var day = today.minusDays(AROUND);
        !day.isAfter(today.plusDays(AROUND));
        day = day.plusDays(1)) {
      for (var part : parts) {
        if (part.days().contains(day.getDayOfWeek())) {
          var begin = day.atTime(part.from()).atZone(zone).toInstant();
          var end = end(part, day);
          inside |= !begin.isAfter(instant) && end.isAfter(instant);
          since = latest(since, latest(upTo(begin, instant), upTo(end, instant)));
          until = earliest(until, earliest(beyond(begin, instant), beyond(end, instant)));
        }
      }
    }
    return new Spell(inside, since, until);
  }

  private Instant end(Part part, LocalDate day) {
    var last = part.to().isAfter(part.from()) ? day : day.plusDays(1);
    return last.atTime(part.to()).atZone(zone).toInstant();
  }

  private static Instant upTo(Instant edge, Instant instant) {
    return edge.isAfter(instant) ? Instant.MIN : edge;
  }

  private static Instant beyond(Instant edge, Instant instant) {
    return edge.isAfter(instant) ? edge : Instant.MAX;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
