package dev.carillon.core.calendar;

import dev.carillon.core.time.Spell;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** Days of the week without holidays, on the clock of a zone. */
record BusinessCover(Set<DayOfWeek> days, Set<LocalDate> holidays, ZoneId zone) implements Cover {
  @Override
  public Spell at(Instant instant) {
    var date = instant.atZone(zone).toLocalDate();
    return new Spell(
        days.contains(date.getDayOfWeek()) && !holidays.contains(date),
        date.atStartOfDay(zone).toInstant(),
        date.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
