package dev.carillon.core.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The times of a rule on a clock that never changes, in seconds since 1970-01-01T00:00 on that
 * clock: from its start to its count, and none after the year 2399.
 */
final class LocalRule {
  static final long NONE = Slot.NONE;

  /** No search goes past this day: one turn of the calendar beyond 2000, and beyond any promise. */
  static final LocalDate LAST_DAY = LocalDate.of(2399, 12, 31);

  private final Slots slots;
  private final long start;
  private final long last;

  LocalRule(Rule rule, LocalDateTime start) {
    slots = new Slots(rule, start);
    this.start = start.toEpochSecond(ZoneOffset.UTC);
    var end = LAST_DAY.plusDays(1).toEpochDay() * Times.DAY - 1;
    last = rule.count().isPresent() ? lastOf(rule.count().getAsInt(), end) : end;
  }

  /** The last of so many times, counted from the start. */
  private long lastOf(long count, long end) {
    var left = count;
    for (var number = 0L; slots.firstDay(number) * Times.DAY <= end; number++) {
      var slot = slots.slot(number);
      var before = slot.countBefore(start);
      var here = slot.countBefore(NONE) - before;
      if (here >= left) {
        return nth(slot, before + left);
      }
      left -= here;
    }
    return end;
  }

  /** The nth time of a slot, by halving. */
  private static long nth(Slot slot, long n) {
    var low = slot.atOrAfter(Long.MIN_VALUE);
    var high = slot.atOrBefore(Long.MAX_VALUE - 1);
    while (low < high) {
      var middle = Math.floorDiv(low + high, 2L);
      if (slot.countBefore(middle + 1) >= n) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The first time at or after this second, or {@link #NONE}. */
  long atOrAfter(long second) {
    var from = Math.max(second, start);
    if (from > last) {
      return NONE;
    }
    var number = slots.of(Math.floorDiv(from, Times.DAY));
    var found = slots.slot(number).atOrAfter(from);
    while (found == NONE && slots.firstDay(++number) * Times.DAY <= last) {
      found = slots.slot(number).atOrAfter(from);
    }
    return found > last ? NONE : found;
  }

  /** The last time at or before this second, or {@link #NONE}. */
  long atOrBefore(long second) {
    var from = Math.min(second, last);
    if (from < start) {
      return NONE;
    }
    var number = slots.of(Math.floorDiv(from, Times.DAY));
    var found = slots.slot(number).atOrBefore(from);
    while (found == NONE && --number >= 0) {
      found = slots.slot(number).atOrBefore(from);
    }
    return found < start ? NONE : found;
  }

  boolean has(long second) {
    return atOrAfter(second) == second;
  }

  /** How many times lie in {@code [from, to)}. */
  long count(long from, long to) {
    var begin = Math.max(from, start);
    var end = Math.min(to, last + 1);
    if (begin >= end) {
      return 0;
    }
    var count = 0L;
    var until = slots.of(Math.floorDiv(end, Times.DAY));
    for (var number = slots.of(Math.floorDiv(begin, Times.DAY)); number <= until; number++) {
      var slot = slots.slot(number);
      count += slot.countBefore(end) - slot.countBefore(begin);
    }
    return count;
  }
}
