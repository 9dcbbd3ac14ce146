package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.ExecutionWindow;
import dev.carillon.core.schedule.ExecutionWindow.Outside;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Timetable;
import dev.carillon.core.time.Jitter;
import dev.carillon.core.time.Jitter.Room;
import dev.carillon.core.time.Spell;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The occurrences of a schedule. Its trigger has nominal instants; its bounds leave some of them
 * out, let others wait, and spread them, which makes their desired times. Preview, next run and
 * firing all ask here. Occurrences keep their order: none should start before one that is nominally
 * before it. Immutable, bounded work for every question.
 */
public final class Agenda {
  /** The lines of a stretch that is left out are written together, but none later than this. */
  static final Duration GATHERED = Duration.ofHours(1);

  /** A neighbour that is farther away sets no bounds. */
  private static final Duration ALONE = Jitter.LONGEST.multipliedBy(3);

  /** So many stretches are looked at for one that is not left out: years of them. */
  private static final int MOST_STRETCHES = 2_000;

  private final ScheduleId schedule;
  private final Timetable timetable;
  private final Bounds bounds;

  public Agenda(ScheduleId schedule, Timetable timetable, Bounds bounds) {
    this.schedule = schedule;
    this.timetable = timetable;
    this.bounds = bounds;
  }

  /** The occurrences of the schedule of this id, should this be its definition. */
  public static Agenda of(ScheduleId schedule, Definition definition) {
    return new Agenda(schedule, definition.timetable(), definition.bounds());
  }

  /** The nominal instants. */
  public Timetable timetable() {
    return timetable;
  }

  /** What the bounds make of a nominal instant. */
  public Occurrence at(Instant nominal) {
    return new Occurrence(nominal, desired(nominal), stretch(nominal).leftOut());
  }

  /** The first occurrence of a schedule that begins at this instant. */
  public Optional<Occurrence> begin(Instant now) {
    return begin(now, now).map(this::at);
  }

  /**
   * The first occurrence at or after a nominal instant that is not left out; empty also when it is
   * farther away than anybody looks.
   */
  public Optional<Occurrence> due(Instant nominal) {
    var next = timetable.from(nominal);
    for (var seen = 0; seen < MOST_STRETCHES && next.isPresent(); seen++) {
      var stretch = stretch(next.get());
      if (stretch.leftOut().isEmpty()) {
        return next.map(this::at);
      }
      next = firstAfter(stretch);
    }
    return Optional.empty();
  }

  /** Within which the occurrence of any schedule that is so defined would start. */
  public Room room(Instant nominal) {
    var base = base(nominal);
    var before = timetable.before(nominal).map(this::base).orElse(base.minus(ALONE));
    var after = timetable.after(nominal).map(this::base).orElse(base.plus(ALONE));
    return bounds.jitter().room(base, before, after).within(open(base));
  }

  /** Where a cursor begins that has passed this instant: at the first that is wholly to come. */
  Optional<Instant> begin(Instant passed, Instant now) {
    // One that might have started by now with another id is none of a schedule that begins now; the
    // second lies beyond the first, which is nominally to come.
    var first = timetable.after(passed);
    return first
        .filter(one -> room(one).earliest().isAfter(now))
        .or(() -> first.flatMap(timetable::after));
  }

  /** When somebody must look at a cursor. */
  Optional<Instant> wake(Optional<Instant> cursor) {
    return cursor.map(nominal -> {
      var stretch = stretch(nominal);
      var turn = desired(nominal);
      return stretch.leftOut().isEmpty() || isFirst(nominal, stretch)
          ? turn
          : gathered(turn, stretch);
    });
  }

  private boolean isFirst(Instant nominal, Stretch stretch) {
    return timetable.before(nominal).filter(one -> !one.isBefore(stretch.since())).isEmpty();
  }

  private Instant gathered(Instant turn, Stretch stretch) {
    var latest = turn.plus(GATHERED);
    return firstAfter(stretch).map(this::desired).filter(latest::isAfter).orElse(latest);
  }

  private Optional<Instant> firstAfter(Stretch stretch) {
    return stretch.until().equals(Instant.MAX) ? Optional.empty() : timetable.from(stretch.until());
  }

  /** What a nominal instant has in common with those around it. */
  Stretch stretch(Instant nominal) {
    return bounds
        .window()
        .filter(window -> window.outside() == Outside.SKIP)
        .map(window -> stretch(window.daily().at(nominal), Reason.WINDOW))
        .orElse(new Stretch(Optional.empty(), Instant.MIN, Instant.MAX));
  }

  private static Stretch stretch(Spell spell, Reason outside) {
    return new Stretch(
        spell.inside() ? Optional.empty() : Optional.of(outside), spell.since(), spell.until());
  }

  /** The first at or after a nominal instant that should start at this time or later. */
  Optional<Instant> firstDesiredFrom(Instant nominal, Instant time) {
    if (isStill()) {
      return timetable.from(nominal.isAfter(time) ? nominal : time);
    }
    var first = timetable.from(nominal);
    if (first.isEmpty() || !desired(first.get()).isBefore(time)) {
      return first;
    }
    // Desired times ascend with nominal ones, so the first of them is found by halving.
    var low = first.get().toEpochMilli();
    var high = nominalEnd(time).toEpochMilli();
    while (high - low > 1) {
      var middle = low + (high - low) / 2;
      var next = timetable.from(Instant.ofEpochMilli(middle));
      if (next.filter(one -> desired(one).isBefore(time)).isPresent()) {
        low = next.get().toEpochMilli();
      } else {
        high = middle;
      }
    }
    return timetable.from(Instant.ofEpochMilli(high));
  }

  /** The end, excluded, of the nominal instants that can be desired before this time. */
  Instant nominalEnd(Instant time) {
    return time.plus(bounds.jitter().earliness());
  }

  private Instant desired(Instant nominal) {
    return isStill() ? nominal : room(nominal).place(schedule.value(), nominal);
  }

  /** When an occurrence should start if nothing were spread. */
  private Instant base(Instant nominal) {
    return waits()
        .map(window -> window.daily().at(nominal))
        .filter(spell -> !spell.inside())
        .map(Spell::until)
        .orElse(nominal);
  }

  /** Where something that should start at this time may be spread to: it stays in its window. */
  private Room open(Instant base) {
    return bounds
        .window()
        .map(window -> window.daily().at(base))
        .filter(Spell::inside)
        .map(spell -> new Room(spell.since(), spell.until().minusMillis(1)))
        .orElse(new Room(Instant.MIN, Instant.MAX));
  }

  private Optional<ExecutionWindow> waits() {
    return bounds.window().filter(window -> window.outside() == Outside.WAIT);
  }

  /** Whether every occurrence starts at its nominal time. */
  private boolean isStill() {
    return bounds.jitter().span().isZero() && waits().isEmpty();
  }
}
