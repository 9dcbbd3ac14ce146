package dev.carillon.core.cron;

/**
 * The day-of-week field as bits: bit w of {@code days} is the weekday w (Sunday 0); bit {@code 6 w
 * + n - 1} of {@code ordinals} is {@code w#n}, and bit {@code 6 w + 5} is the last one, {@code wL}.
 *
 * @param open the field is exactly {@code *} or {@code ?}, so it restricts nothing
 * @param and the field begins with {@code +}: both day fields must match
 */
record Weekdays(int days, long ordinals, boolean open, boolean and) {
  static final int LAST = 6;

  /** Where in {@link #ordinals} stands the n-th weekday, or of the {@link #LAST}. */
  static int ordinal(int weekday, int n) {
    return 6 * weekday + n - 1;
  }

  /** The days, as bits 1 to 31, of a month with this length whose first day is this weekday. */
  long in(int firstWeekday, int length) {
    long result = 0;
    for (int day = 1; day <= length; day++) {
      int weekday = (firstWeekday + day - 1) % 7;
      int nth = (day - 1) / 7 + 1;
      boolean last = day + 7 > length;
      if (Bits.has(days, weekday)
          || Bits.has(ordinals, ordinal(weekday, nth))
          || (last && Bits.has(ordinals, ordinal(weekday, LAST)))) {
        result |= 1L << day;
      }
    }
    return result;
  }
}
