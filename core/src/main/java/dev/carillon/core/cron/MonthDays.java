package dev.carillon.core.cron;

/**
 * The day-of-month field as bits: bit d of {@code days} and {@code nearestWeekday} is the day d,
 * bit n of {@code beforeLast} and {@code weekdayBeforeLast} is {@code L-n} and {@code L-nW}.
 *
 * @param open the field is exactly {@code *} or {@code ?}, so it restricts nothing
 */
record MonthDays(
    long days, long nearestWeekday, long beforeLast, long weekdayBeforeLast, boolean open) {
  private static final int SATURDAY = 6;
  private static final int SUNDAY = 0;

  /** The days, as bits 1 to 31, of a month with this length whose first day is this weekday. */
  long in(int firstWeekday, int length) {
    long result = Bits.below(days, length + 1);
    for (int day = 1; day <= length; day++) {
      int fromEnd = length - day;
      if (Bits.has(nearestWeekday, day) || Bits.has(weekdayBeforeLast, fromEnd)) {
        result |= 1L << nearestWeekday(day, firstWeekday, length);
      }
      if (Bits.has(beforeLast, fromEnd)) {
        result |= 1L << day;
      }
    }
    return result;
  }

  /** How many days a month needs at least for this field to have a day in it. */
  int shortestMonth() {
    int day = Bits.lowest(days | nearestWeekday);
    int fromEnd = Bits.lowest(beforeLast | weekdayBeforeLast) + 1;
    return Math.min(day, fromEnd);
  }

  /** The weekday next to a day without leaving the month: a Saturday the 1st moves to Monday. */
  private static int nearestWeekday(int day, int firstWeekday, int length) {
    return switch ((firstWeekday + day - 1) % 7) {
      case SATURDAY -> day > 1 ? day - 1 : day + 2;
      case SUNDAY -> day < length ? day + 1 : day - 2;
      default -> day;
    };
  }
}
