package dev.carillon.core.timeline;

import dev.carillon.core.calendar.Cover;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Calendars.OnExcluded;
import dev.carillon.core.schedule.ExecutionWindow;
import dev.carillon.core.schedule.ExecutionWindow.Outside;
import dev.carillon.core.time.Jitter.Room;
import dev.carillon.core.time.Spell;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where calendars and window place a nominal instant before anything is spread: they leave it out,
 * let it wait in line with its neighbours, or move it apart from them, to a business day.
 */
final class Placing {
  /** No business day is looked for farther away. */
  private static final int MOST_DAYS = 60;

  /** So many closed times in a row are looked over for one at which something may start. */
  private static final int MOST_CLOSED = 1_000;

  private final Bounds bounds;
  private final ZoneId clock;
  private final Cover permitted;
  private final Memo<Stretch> moved = new Memo<>();
  private final Memo<Boolean> businessDays = new Memo<>();

  Placing(Bounds bounds, ZoneId clock) {
    this.bounds = bounds;
    this.clock = clock;
    permitted = bounds.calendars().permitted(clock);
  }

  /** Whether it leaves every instant where it is, if it does not leave it out. */
  boolean isStill() {
    return waits().isEmpty() && !bounds.calendars().moves();
  }

  /** Whether it may place an instant before itself. */
  boolean movesBack() {
    return !earliness().isZero();
  }

  /** How far before itself an instant may be placed at most. */
  Duration earliness() {
    var calendars = bounds.calendars();
    return calendars.moves() && calendars.onExcluded() == OnExcluded.PREVIOUS_BUSINESS_DAY
        ? Duration.ofDays(MOST_DAYS + 1)
        : Duration.ZERO;
  }

  /** What a nominal instant has in common with those around it. */
  Stretch stretch(Instant nominal) {
    var days = permitted.at(nominal);
    if (!days.inside() && bounds.calendars().moves()) {
      return moved.of(nominal, this::moved);
    }
    return days.inside()
        ? hours(nominal, days)
        : new Stretch(Optional.of(Reason.CALENDAR), days.since(), days.until());
  }

  private Stretch moved(Instant nominal) {
    var end = nominal.plusMillis(1);
    var to = businessDay(nominal);
    if (to.isEmpty()) {
      return new Stretch(Optional.of(Reason.CALENDAR), nominal, end);
    }
    var hours = hours(nominal, new Spell(true, nominal, end));
    return new Stretch(hours.leftOut(), nominal, end, to.map(this::opened));
  }

  private Stretch hours(Instant nominal, Spell days) {
    var hours =
        bounds
            .window()
            .filter(window -> window.outside() == Outside.SKIP)
            .map(window -> window.daily().at(nominal))
            .orElse(Spell.ALWAYS);
    var both = days.and(hours);
    return new Stretch(
        hours.inside() ? Optional.empty() : Optional.of(Reason.WINDOW), both.since(), both.until());
  }

  /** When an occurrence would start in line with its neighbours, if nothing were spread. */
  Instant inLine(Instant nominal) {
    return isStill() ? nominal : opened(nominal);
  }

  /** The first time from this one on at which the window lets something start. */
  private Instant opened(Instant at) {
    return waits().map(window -> opening(window, at)).orElse(at);
  }

  /** Whether an instant lies on a day to which nothing is moved past. */
  boolean isBusinessDay(Instant nominal) {
    return businessDays.of(nominal, this::findBusinessDay);
  }

  private boolean findBusinessDay(Instant nominal) {
    return nominal.atZone(clock).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        && permitted.at(nominal).inside();
  }

  /** Where something that should start at this time may be spread to: it stays in its hours. */
  Room open(Instant base) {
    var hours = bounds.window().map(window -> window.daily().at(base)).filter(Spell::inside);
    var both = Optional.of(permitted.at(base)).filter(Spell::inside).orElse(Spell.ALWAYS);
    var spell = hours.map(both::and).orElse(both);
    return new Room(
        spell.since(),
        spell.until().equals(Instant.MAX) ? Instant.MAX : spell.until().minusMillis(1));
  }

  /** The same time of the nearest day, Monday to Friday, that the calendars permit. */
  private Optional<Instant> businessDay(Instant nominal) {
    var local = nominal.atZone(clock);
    var step = bounds.calendars().onExcluded() == OnExcluded.PREVIOUS_BUSINESS_DAY ? -1 : 1;
    for (var days = 1; days <= MOST_DAYS; days++) {
      var day = local.plusDays((long) step * days);
      if (isBusinessDay(day.toInstant())) {
        return Optional.of(day.toInstant());
      }
    }
    return Optional.empty();
  }

  /** The first time from this one on at which the window is open and the calendars permit it. */
  private Instant opening(ExecutionWindow window, Instant from) {
    var at = from;
    for (var seen = 0; seen < MOST_CLOSED; seen++) {
      var hours = window.daily().at(at);
      var days = permitted.at(at);
      if (hours.inside() && days.inside()) {
        return at;
      }
      if (!days.inside() && days.until().equals(Instant.MAX)) {
        return from;
      }
      at = hours.inside() ? days.until() : hours.until();
    }
    return from;
  }

  private Optional<ExecutionWindow> waits() {
    return bounds.window().filter(window -> window.outside() == Outside.WAIT);
  }
}
