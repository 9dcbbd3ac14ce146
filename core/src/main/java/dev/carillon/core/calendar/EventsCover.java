package dev.carillon.core.calendar;

import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.time.Spell;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Events on the clock of a zone. */
record EventsCover(List<Placed> events) implements Cover {
  /** So many beginnings that are excepted one after the other are looked over. */
  private static final int MOST_EXCEPT = 1_000;

  static EventsCover of(List<Event> events, ZoneId zone) {
    return new EventsCover(
        events.stream().map(event -> Placed.of(event, event.zone().orElse(zone))).toList());
  }

  @Override
  public Spell at(Instant instant) {
    var spell = Spell.NEVER;
    for (var event : events) {
      spell = spell.or(event.at(instant));
    }
    return spell;
  }

  /** An event with its beginnings as instants. */
  record Placed(Event event, ZoneId zone, Optional<Recurrence> recurrence) {
    static Placed of(Event event, ZoneId zone) {
      var start = event.start().atZone(zone).toInstant();
      return new Placed(event, zone, event.rule().map(rule -> new Recurrence(rule, start, zone)));
    }

    Spell at(Instant instant) {
      var last = lastUpTo(instant);
      var end = last.map(this::end);
      var next = nextAfter(instant).orElse(Instant.MAX);
      if (last.isPresent() && end.orElseThrow().isAfter(instant)) {
        return new Spell(true, last.get(), end.get().isBefore(next) ? end.get() : next);
      }
      return new Spell(false, end.orElse(Instant.MIN), next);
    }

    private Optional<Instant> lastUpTo(Instant instant) {
      var found = before(instant.plusNanos(1));
      for (var seen = 0; seen < MOST_EXCEPT && found.filter(this::isExcepted).isPresent(); seen++) {
        found = found.flatMap(this::before);
      }
      return found;
    }

    private Optional<Instant> nextAfter(Instant instant) {
      var found = after(instant);
      for (var seen = 0; seen < MOST_EXCEPT && found.filter(this::isExcepted).isPresent(); seen++) {
        found = found.flatMap(this::after);
      }
      return found;
    }

    private Optional<Instant> before(Instant instant) {
      return recurrence.isPresent()
          ? recurrence.get().previous(instant)
          : Optional.of(start()).filter(start -> start.isBefore(instant));
    }

    private Optional<Instant> after(Instant instant) {
      return recurrence.isPresent()
          ? recurrence.get().next(instant)
          : Optional.of(start()).filter(start -> start.isAfter(instant));
    }

    private boolean isExcepted(Instant begin) {
      return event.except().contains(begin.atZone(zone).toLocalDateTime());
    }

    private Instant start() {
      return event.start().atZone(zone).toInstant();
    }

    private Instant end(Instant begin) {
      return begin.atZone(zone).plusDays(event.days()).toInstant().plus(event.length());
    }
  }
}
