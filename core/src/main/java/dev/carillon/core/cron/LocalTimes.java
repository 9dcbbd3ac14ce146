package dev.carillon.core.cron;

/**
 * The fire times of an expression on a clock that never changes, in seconds since 1970-01-01T00:00
 * on that clock. Threads may share it: the one field that changes holds an immutable month, and a
 * reader that sees an old one only computes it again.
 */
final class LocalTimes {
  static final long NONE = Long.MAX_VALUE;
  static final long DAY = 86_400;

  /** 0001-01-01T00:00 and 10000-01-01T00:00: no search leaves these years. */
  static final long START = -62_135_596_800L;

  static final long END = 253_402_300_800L;

  private final TimeSet times;
  private final DaySet days;
  private MarkedMonth recent;

  LocalTimes(TimeSet times, DaySet days) {
    this.times = times;
    this.days = days;
    this.recent = days.monthOf(0);
  }

  /** The first fire time at or after the given one, or {@link #NONE}. */
  long atOrAfter(long second) {
    if (second >= END) {
      return NONE;
    }
    long from = Math.max(second, START);
    long day = Math.floorDiv(from, DAY);
    MarkedMonth month = monthOf(day);
    if (month.fires(day)) {
      int time = times.atOrAfter((int) (from - day * DAY));
      if (time != TimeSet.NONE) {
        return day * DAY + time;
      }
    }
    long later = month.after(day);
    if (later == 0) {
      month = days.monthAfter(month);
      if (month.isNone()) {
        return NONE;
      }
      recent = month;
      later = month.days();
    }
    return month.first(later) * DAY + times.first();
  }

  /** The last fire time at or before the given one, or {@link #NONE}. */
  long atOrBefore(long second) {
    if (second < START) {
      return NONE;
    }
    long from = Math.min(second, END - 1);
    long day = Math.floorDiv(from, DAY);
    MarkedMonth month = monthOf(day);
    if (month.fires(day)) {
      int time = times.atOrBefore((int) (from - day * DAY));
      if (time != TimeSet.NONE) {
        return day * DAY + time;
      }
    }
    long earlier = month.before(day);
    if (earlier == 0) {
      month = days.monthBefore(month);
      if (month.isNone()) {
        return NONE;
      }
      recent = month;
      earlier = month.days();
    }
    return month.last(earlier) * DAY + times.last();
  }

  boolean contains(long second) {
    long day = Math.floorDiv(second, DAY);
    return monthOf(day).fires(day) && times.contains((int) (second - day * DAY));
  }

  /** How many fire times lie in {@code [from, to)}. */
  long count(long from, long to) {
    long first = Math.max(from, START);
    long end = Math.min(to, END);
    if (first >= end) {
      return 0;
    }
    long days = countDays(Math.floorDiv(first, DAY), Math.floorDiv(end, DAY));
    return days * times.perDay() + countSinceMidnight(end) - countSinceMidnight(first);
  }

  /** How many of the days in {@code [from, to)} fire. */
  private long countDays(long from, long to) {
    MarkedMonth month = monthOf(from);
    long fired = -Long.bitCount(month.before(from));
    while (!month.isNone() && month.firstDay() + month.length() <= to) {
      fired += Long.bitCount(month.days());
      month = days.monthAfter(month);
    }
    return month.contains(to) ? fired + Long.bitCount(month.before(to)) : fired;
  }

  /** The smallest pause between two fire times, or {@link #NONE} when there are no two. */
  long smallestPause() {
    int apart = days.smallestPause();
    long overnight = apart == DaySet.NONE ? NONE : apart * DAY - times.last() + times.first();
    return Math.min(times.smallestPause(), overnight);
  }

  private long countSinceMidnight(long second) {
    long day = Math.floorDiv(second, DAY);
    return monthOf(day).fires(day) ? times.countBefore((int) (second - day * DAY)) : 0;
  }

  private MarkedMonth monthOf(long day) {
    MarkedMonth month = recent;
    if (!month.contains(day)) {
      month = days.monthOf(day);
      recent = month;
    }
    return month;
  }
}
