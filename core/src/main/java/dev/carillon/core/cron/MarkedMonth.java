package dev.carillon.core.cron;

import java.time.Year;

/**
 * One month of the calendar and the days in it that fire.
 *
 * @param firstDay the epoch day of the 1st
 * @param days bits 1 to 31
 */
record MarkedMonth(int year, int number, long firstDay, int length, long days) {
  private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  static final MarkedMonth NONE = new MarkedMonth(0, 0, 0, 0, 0);

  /**
   * The epoch day of the 1st of a month. Years are counted from March, so that a leap day comes
   * last and months before it are 153 days in five; 719,468 days lie between 0000-03-01 and 1970.
   */
  static int firstDay(int year, int number) {
    int marchYear = number > 2 ? year : year - 1;
    int marchMonth = number > 2 ? number - 3 : number + 9;
    int leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400;
    return 365 * marchYear + leapDays + (153 * marchMonth + 2) / 5 - 719_468;
  }

  static int length(int year, int number) {
    return number == 2 && Year.isLeap(year) ? 29 : LENGTHS[number - 1];
  }

  boolean isNone() {
    return length == 0;
  }

  boolean contains(long epochDay) {
    return epochDay >= firstDay && epochDay < firstDay + length;
  }

  boolean fires(long epochDay) {
    return Bits.has(days, day(epochDay));
  }

  /** The days after the given one that fire, as bits. */
  long after(long epochDay) {
    return Bits.above(days, day(epochDay));
  }

  /** The days before the given one that fire, as bits. */
  long before(long epochDay) {
    return Bits.below(days, day(epochDay));
  }

  long first(long dayBits) {
    return firstDay - 1 + Bits.lowest(dayBits);
  }

  long last(long dayBits) {
    return firstDay - 1 + Bits.highest(dayBits);
  }

  private int day(long epochDay) {
    return (int) (epochDay - firstDay) + 1;
  }
}
