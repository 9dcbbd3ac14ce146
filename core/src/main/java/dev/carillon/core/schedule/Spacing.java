package dev.carillon.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How close together a trigger's instants come, over a whole cycle of the calendar and through the
 * changes of its zone's clocks. The time of day when it is asked changes nothing: the year does,
 * for past changes of the clocks are past.
 */
public final class Spacing {
  /** After 28 years the weekdays of all dates repeat, and so do clock changes made by a rule. */
  private static final long CYCLE_YEARS = 28;

  /** So many instants of a recurrence rule are looked at, beside those around clock changes. */
  private static final int MOST = 5_000;

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private Spacing() {}

  /** The smallest gap between two instants of this trigger; empty when there are no two. */
  public static Optional<Duration> smallest(Trigger trigger, Instant now) {
    var timetable = trigger.timetable();
    return switch (trigger) {
      case Trigger.Every every -> Optional.of(every.interval().every());
      case Trigger.Once _, Trigger.Untimed _ -> Optional.empty();
      case Trigger.Dates(var at) ->
          IntStream.range(1, at.size())
              .mapToObj(i -> Duration.between(at.get(i - 1), at.get(i)))
              .min(Comparator.naturalOrder());
      case Trigger.Cron(var times) ->
          throughChanges(timetable, times.zone(), now, times.smallestPause());
      case Trigger.Recurring(var recurrence) ->
          throughChanges(timetable, recurrence.zone(), now, inFirst(timetable, recurrence.start()));
    };
  }

  private static Optional<Duration> inFirst(Timetable timetable, Instant start) {
    return gap(timetable.from(start), timetable, Instant.MAX, MOST);
  }

  private static Optional<Duration> throughChanges(
      Timetable timetable, ZoneId zone, Instant now, Optional<Duration> onSteadyClock) {
    var year = now.atZone(ZoneOffset.UTC).withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
    var end = year.plusYears(CYCLE_YEARS).toInstant();
    var smallest = onSteadyClock;
    var change = zone.getRules().nextTransition(year.toInstant());
    while (change != null && change.getInstant().isBefore(end) && !isShortest(smallest)) {
      smallest = smaller(smallest, around(change, timetable));
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return smallest;
  }

  /** The smallest gap from the last instant before a change to where its effect is over. */
  private static Optional<Duration> around(ZoneOffsetTransition change, Timetable timetable) {
    var at = change.getInstant();
    var first = timetable.before(at).or(() -> timetable.from(at));
    return gap(first, timetable, at.plus(change.getDuration().abs()), Integer.MAX_VALUE);
  }

  /** The smallest gap from a first instant on, until one is past the end or enough were seen. */
  private static Optional<Duration> gap(
      Optional<Instant> first, Timetable timetable, Instant end, int most) {
    var smallest = Optional.<Duration>empty();
    var here = first;
    for (var seen = 0; seen < most && here.isPresent() && !here.get().isAfter(end); seen++) {
      var next = timetable.after(here.get());
      if (next.isEmpty() || isShortest(smallest)) {
        return smallest;
      }
      smallest = smaller(smallest, Optional.of(Duration.between(here.get(), next.get())));
      here = next;
    }
    return smallest;
  }

  private static boolean isShortest(Optional<Duration> gap) {
    return gap.filter(is -> is.compareTo(SHORTEST) <= 0).isPresent();
  }

  private static Optional<Duration> smaller(Optional<Duration> one, Optional<Duration> other) {
    return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
  }
}
