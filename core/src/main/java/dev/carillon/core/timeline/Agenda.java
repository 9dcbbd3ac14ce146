package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Timetable;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.time.Jitter;
import dev.carillon.core.time.Jitter.Room;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The occurrences of a schedule. Its trigger has nominal instants; its bounds leave some of them
 * out, let others wait, and spread them, which makes their desired times. Preview, next run and
 * firing all ask here. Occurrences stand in line: none has its turn before one that is nominally
 * before it, though a calendar may move it apart, to start on another day. Immutable, bounded work
 * for every question.
 */
public final class Agenda {
  /** The lines of a stretch that is left out are written together, but none later than this. */
  static final Duration GATHERED = Duration.ofMinutes(1);

  /** A neighbour that is farther away sets no bounds. */
  private static final Duration ALONE = Jitter.LONGEST.multipliedBy(3);

  private static final Duration TWO_DAYS = Duration.ofDays(2);

  /** So many stretches are looked at for one that is not left out: years of them. */
  private static final int MOST_STRETCHES = 2_000;

  private final ScheduleId schedule;
  private final Timetable timetable;
  private final Bounds bounds;
  private final Placing placing;

  /**
   * Occurrences at these nominal instants.
   *
   * @param clock whose days and hours calendars mean that name no zone
   */
  public Agenda(ScheduleId schedule, Timetable timetable, Bounds bounds, ZoneId clock) {
    this.schedule = schedule;
    this.timetable = timetable;
    this.bounds = bounds;
    placing = new Placing(bounds, clock);
  }

  /** The occurrences of the schedule of this id, should this be its trigger and its bounds. */
  public static Agenda of(ScheduleId schedule, Trigger trigger, Bounds bounds) {
    return new Agenda(
        schedule,
        bounds.within(trigger.timetable()),
        bounds,
        trigger.zone().orElse(ZoneOffset.UTC));
  }

  /** The occurrences of the schedule of this id, should this be its definition. */
  public static Agenda of(ScheduleId schedule, Definition definition) {
    return of(schedule, definition.trigger(), definition.bounds());
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
    return stretch(nominal).apart().map(this::roomApart).orElseGet(() -> roomInLine(nominal));
  }

  private Room roomApart(Instant base) {
    return bounds
        .jitter()
        .room(base, base.minus(ALONE), base.plus(ALONE))
        .within(placing.open(base));
  }

  private Room roomInLine(Instant nominal) {
    var base = placing.inLine(nominal);
    if (bounds.jitter().span().isZero()) {
      return new Room(base, base);
    }
    var before = timetable.before(nominal).map(placing::inLine).orElse(base.minus(ALONE));
    var after = timetable.after(nominal).map(placing::inLine).orElse(base.plus(ALONE));
    return bounds.jitter().room(base, before, after).within(placing.open(base));
  }

  /**
   * Where a cursor begins that has passed this instant: at the first occurrence that is wholly to
   * come. One that might have started by now with another id is none of a schedule that begins now.
   */
  Optional<Instant> begin(Instant passed, Instant now) {
    var next = timetable.after(passed);
    for (var seen = 0; seen < MOST_STRETCHES && next.isPresent(); seen++) {
      if (room(next.get()).earliest().isAfter(now)) {
        return next;
      }
      next = timetable.after(next.get());
    }
    return next;
  }

  /** When somebody must look at a cursor. */
  Optional<Instant> wake(Optional<Instant> cursor) {
    return cursor.map(nominal -> {
      var stretch = stretch(nominal);
      var turn = turn(nominal);
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
    return firstAfter(stretch).map(this::turn).filter(latest::isAfter).orElse(latest);
  }

  private Optional<Instant> firstAfter(Stretch stretch) {
    return stretch.until().equals(Instant.MAX) ? Optional.empty() : timetable.from(stretch.until());
  }

  /** What a nominal instant has in common with those around it. */
  Stretch stretch(Instant nominal) {
    return placing.stretch(nominal);
  }

  /** The first at or after a nominal instant whose turn comes at this time or later. */
  Optional<Instant> firstTurnFrom(Instant nominal, Instant time) {
    if (isStill()) {
      return timetable.from(nominal.isAfter(time) ? nominal : time);
    }
    var first = timetable.from(nominal);
    if (first.isEmpty() || !turn(first.get()).isBefore(time)) {
      return first;
    }
    // Turns ascend with nominal times, so the first of them is found by halving.
    var low = first.get().toEpochMilli();
    var high = nominalEnd(time).toEpochMilli();
    while (high - low > 1) {
      var middle = low + (high - low) / 2;
      var next = timetable.from(Instant.ofEpochMilli(middle));
      if (next.filter(one -> turn(one).isBefore(time)).isPresent()) {
        low = next.get().toEpochMilli();
      } else {
        high = middle;
      }
    }
    return timetable.from(Instant.ofEpochMilli(high));
  }

  /** The end, excluded, of the nominal instants whose turn can come before this time. */
  Instant nominalEnd(Instant time) {
    return time.plus(bounds.jitter().earliness()).plus(placing.earliness());
  }

  private Instant desired(Instant nominal) {
    return isStill() ? nominal : room(nominal).place(schedule.value(), nominal);
  }

  /**
   * When a cursor passes an instant: in line, or earlier with one after it that is moved to before.
   */
  Instant turn(Instant nominal) {
    if (isStill()) {
      return nominal;
    }
    var first = turnInLine(nominal);
    var next = placing.movesBack() ? Optional.of(nominal) : Optional.<Instant>empty();
    for (var seen = 0; seen < MOST_STRETCHES && next.isPresent(); seen++) {
      var at = next.get();
      // Nothing after it is moved to before the day of a business day.
      if (placing.isBusinessDay(at) && at.isAfter(first.plus(TWO_DAYS))) {
        return first;
      }
      first = stretch(at).apart().isPresent() ? earliest(first, desired(at)) : first;
      next = timetable.after(at);
    }
    return first;
  }

  private Instant turnInLine(Instant nominal) {
    return roomInLine(nominal).place(schedule.value(), nominal);
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Whether every occurrence starts at its nominal time. */
  private boolean isStill() {
    return bounds.jitter().span().isZero() && placing.isStill();
  }
}
