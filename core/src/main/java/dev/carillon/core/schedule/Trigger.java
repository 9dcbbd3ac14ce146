package dev.carillon.core.schedule;

import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What makes a schedule due. Its instants are exact to the millisecond, as the store keeps them.
 */
public sealed interface Trigger {
  /** Due at the instants of a cron line, in a zone, under a policy for clock changes. */
  record Cron(CronTimes times) implements Trigger {
    /** Two cron triggers are the same when they say the same. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Cron(var others)
          && times.expression().equals(others.expression())
          && times.zone().equals(others.zone())
          && times.policy().equals(others.policy());
    }

    @Override
    public int hashCode() {
      return Objects.hash(times.expression(), times.zone(), times.policy());
    }
  }

  /** Due at the anchor and every so many units of elapsed time after it; a day is 86,400 s. */
  record Every(long every, Unit unit, Instant anchor) implements Trigger {
    /** The longest interval: a century. */
    public static final Duration LONGEST = Duration.ofDays(36_525);

    public Every {
      requireMillis(anchor);
      if (every < 1 || every > most(unit)) {
        throw new IllegalArgumentException(
            "an interval is 1 to " + most(unit) + " " + unit + ", not " + every);
      }
    }

    /** How many units an interval has at most. */
    public static long most(Unit unit) {
      return LONGEST.dividedBy(unit.length());
    }

    Interval interval() {
      return new Interval(anchor, unit.length().multipliedBy(every));
    }
  }

  /** What an interval counts. */
  enum Unit {
    SECONDS(Duration.ofSeconds(1)),
    MINUTES(Duration.ofMinutes(1)),
    HOURS(Duration.ofHours(1)),
    DAYS(Duration.ofDays(1));

    private final Duration length;

    Unit(Duration length) {
      this.length = length;
    }

    public Duration length() {
      return length;
    }

    private String words(long every) {
      var plural = name().toLowerCase(Locale.ROOT);
      return every == 1 ? plural.substring(0, plural.length() - 1) : every + " " + plural;
    }
  }

  /** Due once. */
  record Once(Instant at) implements Trigger {
    public Once {
      requireMillis(at);
    }
  }

  /** Due at each of these instants; they are kept ascending, each one once. */
  record Dates(List<Instant> at) implements Trigger {
    /** More would make one definition too large. */
    public static final int MOST = 1_000;

    public Dates {
      at = List.copyOf(new TreeSet<>(at));
      at.forEach(Trigger::requireMillis);
      if (at.isEmpty() || at.size() > MOST) {
        throw new IllegalArgumentException("dates are 1 to " + MOST + ", not " + at.size());
      }
    }
  }

  /** Due at the instants of a recurrence rule (RFC 5545), from its start, in a zone. */
  record Recurring(Recurrence recurrence) implements Trigger {}

  /** Never due by itself: it runs when somebody asks. */
  record Manual() implements Trigger {}

  /** The instants at which this trigger is due. */
  default Timetable timetable() {
    return switch (this) {
      case Cron(var times) -> Timetable.of(times::next, times::previous, times::count);
      case Every every -> every(every.interval());
      case Once(var at) -> new DatesTimetable(List.of(at));
      case Dates(var at) -> new DatesTimetable(at);
      case Recurring(var recurrence) ->
          Timetable.of(recurrence::next, recurrence::previous, recurrence::count);
      case Manual() -> Timetable.EMPTY;
    };
  }

  /** The zone whose clock it reads; the others have none. */
  default Optional<ZoneId> zone() {
    return switch (this) {
      case Cron(var times) -> Optional.of(times.zone());
      case Recurring(var recurrence) -> Optional.of(recurrence.zone());
      case Every _, Once _, Dates _, Manual _ -> Optional.empty();
    };
  }

  /** What it means in plain English, as one sentence. */
  default String words() {
    return switch (this) {
      case Cron(var times) -> times.expression().explain().words();
      case Every(var every, var unit, var anchor) ->
          "Every " + unit.words(every) + ", counted from " + anchor + ".";
      case Once(var at) -> "Once, at " + at + ".";
      case Dates(var at) ->
          at.size() == 1
              ? "On 1 date, at " + at.getFirst() + "."
              : "On "
                  + at.size()
                  + " dates, the first at "
                  + at.getFirst()
                  + ", the last at "
                  + at.getLast()
                  + ".";
      case Recurring(var recurrence) -> recurrence.words();
      case Manual() -> "Only when somebody asks.";
    };
  }

  /** The anchor is the first instant, so that one in the future holds the schedule back. */
  private static Timetable every(Interval interval) {
    return new Bounds.Within(
        Timetable.of(interval::next, interval::previous, interval::count),
        interval.anchor(),
        Instant.MAX);
  }

  private static void requireMillis(Instant instant) {
    if (!instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException(instant + " is finer than a millisecond");
    }
  }
}
