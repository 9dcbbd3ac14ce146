package dev.carillon.core.schedule;

import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** One that has no times of its own: something else must happen. */
  sealed interface Untimed extends Trigger {}

  /** Never due by itself: it runs when somebody asks. */
  record Manual() implements Untimed {}

  /** Runs when somebody publishes an event of this name whose data the filter lets through. */
  record Event(String name, EventFilter filter) implements Untimed {
    /** The name of an event, as a pattern and in words. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    public static final String NAME_WORDS =
        "1 to 128 letters, digits, dots, dashes, underscores and colons, the first a letter or a"
            + " digit";

    public Event {
      if (!isName(name)) {
        throw new IllegalArgumentException("the name of an event is " + NAME_WORDS);
      }
    }

    public static boolean isName(String text) {
      return NAME.matcher(text).matches();
    }
  }

  /** Runs after runs of other schedules; they are kept in their order, each one once. */
  record After(List<ScheduleId> schedules, Condition condition, Awaited on) implements Untimed {
    /** More would make a chain that nobody could follow. */
    public static final int MOST = 50;

    public After {
      schedules = schedules.stream().distinct().toList();
      if (schedules.isEmpty() || schedules.size() > MOST) {
        throw new IllegalArgumentException(
            "a schedule runs after 1 to " + MOST + " others, not " + schedules.size());
      }
    }

    private String sentence() {
      var ids = schedules.stream().map(ScheduleId::toString).collect(Collectors.joining(", "));
      if (schedules.size() == 1) {
        return "After a run of the schedule " + ids + " has " + on.words() + ".";
      }
      return switch (condition) {
        case ANY -> "After a run of any of the schedules " + ids + " has " + on.words() + ".";
        case ALL ->
            "After each of the schedules "
                + ids
                + " has had a run that has "
                + on.words()
                + ", since the last run of this one.";
      };
    }
  }

  /** Of how many of the schedules it runs after a run is awaited. */
  enum Condition {
    /** One of them is enough. */
    ANY,
    /** Each of them, since this schedule's last run. */
    ALL
  }

  /** The end that is awaited of a run. The code is what the store keeps. */
  enum Awaited {
    SUCCESS(1, "succeeded"),
    /** It failed, timed out, or nobody knows what came of it. */
    FAILURE(2, "failed"),
    /** Either, or somebody cancelled it; one that never ran has not ended. */
    END(3, "ended");

    private final int code;
    private final String words;

    Awaited(int code, String words) {
      this.code = code;
      this.words = words;
    }

    public int code() {
      return code;
    }

    String words() {
      return words;
    }

    /** What the store keeps under this code. */
    public static Awaited of(int code) {
      return Arrays.stream(values())
          .filter(one -> one.code == code)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no awaited end has the code " + code));
    }
  }

  /** The instants at which this trigger is due. */
  default Timetable timetable() {
    return switch (this) {
      case Cron(var times) -> Timetable.of(times::next, times::previous, times::count);
      case Every every -> every(every.interval());
      case Once(var at) -> new DatesTimetable(List.of(at));
      case Dates(var at) -> new DatesTimetable(at);
      case Recurring(var recurrence) ->
          Timetable.of(recurrence::next, recurrence::previous, recurrence::count);
      case Untimed _ -> Timetable.EMPTY;
    };
  }

  /** The zone whose clock it reads; the others have none. */
  default Optional<ZoneId> zone() {
    return switch (this) {
      case Cron(var times) -> Optional.of(times.zone());
      case Recurring(var recurrence) -> Optional.of(recurrence.zone());
      case Every _, Once _, Dates _, Untimed _ -> Optional.empty();
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
      case Event(var name, var filter) ->
          "When the event " + name + " is published" + filter.words() + ".";
      case After after -> after.sentence();
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
