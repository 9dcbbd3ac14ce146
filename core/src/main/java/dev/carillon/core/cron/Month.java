package dev.carillon.core.cron;

/**
 * One month of the calendar and the days in it that fire.
 *
 * @param firstDay the epoch day of the 1st
 * @param days bits 1 to 31
 */
record Month(int year, int number, long firstDay, int length, long days) {
  static final Month NONE = new Month(0, 0, 0, 0, 0);

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
