package dev.carillon.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A part of each day on the clock of a zone, from its opening to its closing, which is no part of
 * it. One that closes earlier than it opens goes over midnight.
 */
public record DailyWindow(LocalTime from, LocalTime to, ZoneId zone) {
  public DailyWindow {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a daily window opens and closes at other times: " + from);
    }
  }

  /** The opening or the pause between two openings that this instant lies in. */
  public Spell at(Instant instant) {
    // Two days: where a date was left out, as in Apia, the one before it may still be open.
    var day = instant.atZone(zone).toLocalDate().minusDays(2);
    while (!closing(day).isAfter(instant)) {
      day = day.plusDays(1);
    }
    return opening(day).isAfter(instant)
        ? new Spell(false, closing(day.minusDays(1)), opening(day))
        : new Spell(true, opening(day), closing(day));
  }

  private Instant opening(LocalDate day) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  private Instant closing(LocalDate day) {
    var last = to.isAfter(from) ? day : day.plusDays(1);
    return last.atTime(to).atZone(zone).toInstant();
  }
}
