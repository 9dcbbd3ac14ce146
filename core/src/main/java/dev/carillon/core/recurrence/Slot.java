package dev.carillon.core.recurrence;

import java.util.Arrays;

/** The times of one slot of a rule, in seconds since 1970 on the rule's own clock, ascending. */
sealed interface Slot {
  long NONE = Long.MAX_VALUE;

  /** The first at or after this second, or {@link #NONE}. */
  long atOrAfter(long second);

  /** The last at or before this second, or {@link #NONE}. */
  long atOrBefore(long second);

  /** How many lie before this second. */
  long countBefore(long second);

  /** Every time of these days, each of which has one. */
  final class Whole implements Slot {
    private final long[] days;
    private final Times times;

    Whole(long[] days, Times times) {
      this.days = days;
      this.times = times;
    }

    @Override
    public long atOrAfter(long second) {
      var day = Math.floorDiv(second, Times.DAY);
      var place = Arrays.binarySearch(days, day);
      if (place >= 0) {
        var time = times.atOrAfter(day, (int) (second - day * Times.DAY));
        if (time != Times.NONE) {
          return day * Times.DAY + time;
        }
      }
      var next = place >= 0 ? place + 1 : -place - 1;
      return next < days.length ? days[next] * Times.DAY + times.atOrAfter(days[next], 0) : NONE;
    }

    @Override
    public long atOrBefore(long second) {
      var day = Math.floorDiv(second, Times.DAY);
      var place = Arrays.binarySearch(days, day);
      if (place >= 0) {
        var time = times.atOrBefore(day, (int) (second - day * Times.DAY));
        if (time != Times.NONE) {
          return day * Times.DAY + time;
        }
      }
      var previous = (place >= 0 ? place : -place - 1) - 1;
      return previous >= 0
          ? days[previous] * Times.DAY + times.atOrBefore(days[previous], Times.DAY - 1)
          : NONE;
    }

    @Override
    public long countBefore(long second) {
      var last = Math.floorDiv(second, Times.DAY);
      var count = 0L;
      for (var day : days) {
        if (day < last) {
          count += times.perDay(day);
        } else if (day == last) {
          count += times.countBefore(day, (int) (second - day * Times.DAY));
        }
      }
      return count;
    }
  }

  /** Some of them. */
  final class Chosen implements Slot {
    private final long[] seconds;

    private Chosen(long[] seconds) {
      this.seconds = seconds;
    }

    static Chosen of(Rule rule, long[] days, Times times) {
      var perDay = days.length == 0 ? 0 : times.perDay(days[0]);
      return new Chosen(
          Arrays.stream(Picks.places(rule, days.length * perDay))
              .mapToLong(place ->
                  days[place / perDay] * Times.DAY + times.at(days[place / perDay], place % perDay))
              .toArray());
    }

    @Override
    public long atOrAfter(long second) {
      var place = lowerBound(second);
      return place < seconds.length ? seconds[place] : NONE;
    }

    @Override
    public long atOrBefore(long second) {
      var place = lowerBound(second + 1) - 1;
      return place >= 0 ? seconds[place] : NONE;
    }

    @Override
    public long countBefore(long second) {
      return lowerBound(second);
    }

    private int lowerBound(long second) {
      var found = Arrays.binarySearch(seconds, second);
      return found < 0 ? -found - 1 : found;
    }
  }
}
