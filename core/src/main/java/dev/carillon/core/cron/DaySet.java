package dev.carillon.core.cron;

import java.time.LocalDate;
import java.time.Month;

/**
 * The days on which an expression fires. What a month looks like depends only on the weekday of its
 * first day and on its length, so 28 masks, made when first needed, answer for every month.
 */
final class DaySet {
  static final int NONE = Integer.MAX_VALUE;

  private static final int CYCLE_START = 1970;
  private static final int CYCLE = 400;

  private final Years years;
  private final int months;
  private final MonthDays monthDays;
  private final Weekdays weekdays;

  /**
   * By first weekday and length; bit 0, which is no day, marks a mask that is made. A lost write is
   * remade.
   */
  private final long[] masks = new long[28];

  DaySet(Years years, int months, MonthDays monthDays, Weekdays weekdays) {
    this.years = years;
    this.months = months;
    this.monthDays = monthDays;
    this.weekdays = weekdays;
  }

  Years years() {
    return years;
  }

  /** Bits 1 to 12. */
  int months() {
    return months;
  }

  MonthDays monthDays() {
    return monthDays;
  }

  Weekdays weekdays() {
    return weekdays;
  }

  /** Both day fields restrict, and a day needs to match only one of them. */
  boolean isEither() {
    return !monthDays.open() && !weekdays.open() && !weekdays.and();
  }

  /** The month around a day, whether it has days that fire or not. */
  MarkedMonth monthOf(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    int year = date.getYear();
    int number = date.getMonthValue();
    if (Bits.has(months, number) && years.atOrAfter(year) == year) {
      return month(year, number);
    }
    long firstDay = epochDay - date.getDayOfMonth() + 1;
    return new MarkedMonth(year, number, firstDay, date.lengthOfMonth(), 0);
  }

  /** The first month after the given one that has a day, or {@link MarkedMonth#NONE}. */
  MarkedMonth monthAfter(MarkedMonth month) {
    int year = years.atOrAfter(month.year());
    long left = year == month.year() ? Bits.above(months, month.number()) : months;
    while (year != Years.NONE) {
      while (left != 0) {
        MarkedMonth found = month(year, Bits.lowest(left));
        if (found.days() != 0) {
          return found;
        }
        left = Bits.above(left, found.number());
      }
      year = years.atOrAfter(year + 1);
      left = months;
    }
    return MarkedMonth.NONE;
  }

  /** The last month before the given one that has a day, or {@link MarkedMonth#NONE}. */
  MarkedMonth monthBefore(MarkedMonth month) {
    int year = years.atOrBefore(month.year());
    long left = year == month.year() ? Bits.below(months, month.number()) : months;
    while (year != Years.NONE) {
      while (left != 0) {
        MarkedMonth found = month(year, Bits.highest(left));
        if (found.days() != 0) {
          return found;
        }
        left = Bits.below(left, found.number());
      }
      year = years.atOrBefore(year - 1);
      left = months;
    }
    return MarkedMonth.NONE;
  }

  /**
   * The smallest number of days between two that fire, or {@link #NONE} when there are no two. The
   * calendar repeats after 400 years, and a list of years lies within those.
   */
  int smallestPause() {
    int smallest = NONE;
    long before = Long.MIN_VALUE;
    MarkedMonth month = monthAfter(new MarkedMonth(CYCLE_START - 1, 12, 0, 31, 0));
    while (!month.isNone() && month.year() <= CYCLE_START + CYCLE && smallest > 1) {
      for (long left = month.days(); left != 0; left &= left - 1) {
        long day = month.first(left);
        if (before != Long.MIN_VALUE) {
          smallest = (int) Math.min(smallest, day - before);
        }
        before = day;
      }
      month = monthAfter(month);
    }
    return smallest;
  }

  /** Whether no day of any year matches, as on 30 February. */
  boolean isEmpty() {
    if (years.listed().isPresent()) {
      MarkedMonth before = new MarkedMonth(0, 12, 0, 31, 0);
      return monthAfter(before).isNone();
    }
    for (int number = 1; number <= 12; number++) {
      if (Bits.has(months, number) && matchesSomeYear(Month.of(number))) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the months that may fire can be shorter than this many days. */
  boolean hasMonthShorterThan(int length) {
    for (int number = 1; number <= 12; number++) {
      if (Bits.has(months, number) && Month.of(number).minLength() < length) {
        return true;
      }
    }
    return false;
  }

  /** In 400 years each month begins on each weekday, February in both its lengths. */
  private boolean matchesSomeYear(Month month) {
    for (int firstWeekday = 0; firstWeekday < 7; firstWeekday++) {
      if (mask(firstWeekday, month.minLength()) != 0
          || mask(firstWeekday, month.maxLength()) != 0) {
        return true;
      }
    }
    return false;
  }

  /** One of the months and years that may fire, with its days. */
  private MarkedMonth month(int year, int number) {
    int firstDay = MarkedMonth.firstDay(year, number);
    int length = MarkedMonth.length(year, number);
    int firstWeekday = Math.floorMod(firstDay + 4, 7); // 1970-01-01 was a Thursday
    return new MarkedMonth(year, number, firstDay, length, mask(firstWeekday, length));
  }

  private long mask(int firstWeekday, int length) {
    int shape = firstWeekday * 4 + length - 28;
    long mask = masks[shape];
    if (mask == 0) {
      mask = 1 | combine(firstWeekday, length);
      masks[shape] = mask;
    }
    return mask & -2;
  }

  private long combine(int firstWeekday, int length) {
    long byDate = monthDays.in(firstWeekday, length);
    long byWeekday = weekdays.in(firstWeekday, length);
    return isEither() ? byDate | byWeekday : byDate & byWeekday;
  }
}
