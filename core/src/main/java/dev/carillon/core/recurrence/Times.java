package dev.carillon.core.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Which times of a day a rule counts. The day is cut into hours, minutes or seconds; every nth of
 * them counts, unless a part leaves it out, and each that counts has the same seconds in it.
 */
final class Times {
  static final int NONE = -1;
  static final int DAY = 86_400;

  /** Of steps up to this one the count of a day is kept; with longer ones it is quickly made. */
  private static final int LONGEST_KEPT = 1_024;

  private final int unit;
  private final int every;
  private final long startUnit;
  private final BitSet allowed;
  private final int[] inside;

  /** Bit n: a day on which the step first comes to unit n has a time. */
  private final BitSet live = new BitSet();

  /** How many units such a day counts; empty when the step is long. */
  private final int[] counts;

  private Times(Cut cut, int every, long startSecond) {
    unit = cut.unit();
    allowed = cut.allowed();
    inside = cut.inside();
    this.every = every;
    startUnit = Math.floorDiv(startSecond, unit);
    counts = new int[every <= LONGEST_KEPT ? every : 0];
    if (inside.length > 0) {
      allowed.stream().forEach(this::keep);
    }
  }

  private void keep(int allowedUnit) {
    live.set(allowedUnit % every);
    if (counts.length > 0) {
      counts[allowedUnit % every]++;
    }
  }

  static Times of(Rule rule, LocalDateTime start) {
    var every = rule.frequency().isFine() ? rule.interval() : 1;
    return new Times(Cut.of(rule, start), every, start.toEpochSecond(ZoneOffset.UTC));
  }

  /** Whether a day has any time. */
  boolean isOn(long day) {
    return live.get(firstUnit(day));
  }

  /** The first time of a day at or after this second, or {@link #NONE}. */
  int atOrAfter(long day, int second) {
    var at = unitFrom(day, second / unit);
    if (at == second / unit) {
      var place = lowerBound(second % unit);
      if (place < inside.length) {
        return at * unit + inside[place];
      }
      at = unitFrom(day, at + 1);
    }
    return at == NONE || inside.length == 0 ? NONE : at * unit + inside[0];
  }

  /** The last time of a day at or before this second, or {@link #NONE}. */
  int atOrBefore(long day, int second) {
    var at = unitDownFrom(day, second / unit);
    if (at == second / unit) {
      var place = lowerBound(second % unit + 1) - 1;
      if (place >= 0) {
        return at * unit + inside[place];
      }
      at = unitDownFrom(day, at - 1);
    }
    return at == NONE || inside.length == 0 ? NONE : at * unit + inside[inside.length - 1];
  }

  /** How many times a day has. */
  int perDay(long day) {
    var first = firstUnit(day);
    if (first < counts.length) {
      return counts[first] * inside.length;
    }
    return countBefore(day, DAY);
  }

  /** How many times of a day lie before this second. */
  int countBefore(long day, int second) {
    var count = 0;
    for (var at = firstUnit(day); at < second / unit; at += every) {
      count += allowed.get(at) ? inside.length : 0;
    }
    return second < DAY && counts(day, second / unit) ? count + lowerBound(second % unit) : count;
  }

  /** The time at a place of the day, from 0. */
  int at(long day, int place) {
    var left = place / inside.length;
    var at = unitFrom(day, 0);
    while (left > 0) {
      at = unitFrom(day, at + 1);
      left--;
    }
    return at * unit + inside[place % inside.length];
  }

  private boolean counts(long day, int at) {
    return allowed.get(at) && Math.floorMod(at - firstUnit(day), every) == 0;
  }

  /** The unit of a day to which the step first comes; it may lie behind the day's end. */
  private int firstUnit(long day) {
    return (int) Math.floorMod(startUnit - day * (DAY / unit), (long) every);
  }

  private int unitFrom(long day, int from) {
    var first = firstUnit(day);
    var at = from <= first ? first : from + Math.floorMod(first - from, every);
    while (at < DAY / unit && !allowed.get(at)) {
      at += every;
    }
    return at < DAY / unit ? at : NONE;
  }

  private int unitDownFrom(long day, int from) {
    var first = firstUnit(day);
    var at = from - Math.floorMod(from - first, every);
    while (at >= first && !allowed.get(at)) {
      at -= every;
    }
    return at >= first ? at : NONE;
  }

  /** The place of the first second inside a unit that is not before this one. */
  private int lowerBound(int second) {
    var found = Arrays.binarySearch(inside, second);
    return found < 0 ? -found - 1 : found;
  }
}
