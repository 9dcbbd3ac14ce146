package dev.carillon.core.calendar;

import dev.carillon.core.time.Spell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/** Whole dates on the clock of a zone. */
record DatesCover(NavigableSet<LocalDate> dates, ZoneId zone) implements Cover {
  @Override
  public Spell at(Instant instant) {
    var date = instant.atZone(zone).toLocalDate();
    if (dates.contains(date)) {
      return new Spell(true, begin(date), begin(date.plusDays(1)));
    }
    return new Spell(false, after(dates.lower(date)), before(dates.higher(date)));
  }

  private Instant after(@Nullable LocalDate last) {
    return last == null ? Instant.MIN : begin(last.plusDays(1));
  }

  private Instant before(@Nullable LocalDate next) {
    return next == null ? Instant.MAX : begin(next);
  }

  private Instant begin(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }
}
