package dev.carillon.core.recurrence;

/** How often a rule repeats, from the finest. */
enum Frequency {
  SECONDLY("second"),
  MINUTELY("minute"),
  HOURLY("hour"),
  DAILY("day"),
  WEEKLY("week"),
  MONTHLY("month"),
  YEARLY("year");

  private final String unit;

  Frequency(String unit) {
    this.unit = unit;
  }

  /** What the interval counts. */
  String unit() {
    return unit;
  }

  /** Whether it repeats within a day. */
  boolean isFine() {
    return this == SECONDLY || this == MINUTELY || this == HOURLY;
  }
}
