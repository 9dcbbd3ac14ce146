package dev.carillon.core.cron;

/**
 * The times of a day at which an expression fires: a bit set each of hours, minutes and seconds.
 */
record TimeSet(long hours, long minutes, long seconds) {
  static final int NONE = -1;

  /** The first time at or after the given second of the day, or {@link #NONE} before midnight. */
  int atOrAfter(int secondOfDay) {
    int hour = secondOfDay / 3600;
    if (Bits.has(hours, hour)) {
      int minute = secondOfDay / 60 % 60;
      if (Bits.has(minutes, minute)) {
        long rest = Bits.from(seconds, secondOfDay % 60);
        if (rest != 0) {
          return time(hour, minute, Bits.lowest(rest));
        }
      }
      long rest = Bits.above(minutes, minute);
      if (rest != 0) {
        return time(hour, Bits.lowest(rest), Bits.lowest(seconds));
      }
    }
    long rest = Bits.above(hours, hour);
    return rest == 0 ? NONE : time(Bits.lowest(rest), Bits.lowest(minutes), Bits.lowest(seconds));
  }

  /** The last time at or before the given second of the day, or {@link #NONE} after midnight. */
  int atOrBefore(int secondOfDay) {
    int hour = secondOfDay / 3600;
    if (Bits.has(hours, hour)) {
      int minute = secondOfDay / 60 % 60;
      if (Bits.has(minutes, minute)) {
        long rest = Bits.below(seconds, secondOfDay % 60 + 1);
        if (rest != 0) {
          return time(hour, minute, Bits.highest(rest));
        }
      }
      long rest = Bits.below(minutes, minute);
      if (rest != 0) {
        return time(hour, Bits.highest(rest), Bits.highest(seconds));
      }
    }
    long rest = Bits.below(hours, hour);
    return rest == 0
        ? NONE
        : time(Bits.highest(rest), Bits.highest(minutes), Bits.highest(seconds));
  }

  int first() {
    return time(Bits.lowest(hours), Bits.lowest(minutes), Bits.lowest(seconds));
  }

  int last() {
    return time(Bits.highest(hours), Bits.highest(minutes), Bits.highest(seconds));
  }

  boolean contains(int secondOfDay) {
    return Bits.has(hours, secondOfDay / 3600)
        && Bits.has(minutes, secondOfDay / 60 % 60)
        && Bits.has(seconds, secondOfDay % 60);
  }

  /** The smallest pause between two times of a day, or {@link LocalTimes#NONE} when it has one. */
  long smallestPause() {
    long smallest = LocalTimes.NONE;
    int time = first();
    for (int next = laterThan(time); next != NONE && smallest > 1; next = laterThan(next)) {
      smallest = Math.min(smallest, next - time);
      time = next;
    }
    return smallest;
  }

  private int laterThan(int secondOfDay) {
    return secondOfDay + 1 < LocalTimes.DAY ? atOrAfter(secondOfDay + 1) : NONE;
  }

  /** How many times a whole day has. */
  long perDay() {
    return Long.bitCount(hours) * perHour();
  }

  /** How many times lie before the given second of the day. */
  long countBefore(int secondOfDay) {
    int hour = secondOfDay / 3600;
    int minute = secondOfDay / 60 % 60;
    long count = Long.bitCount(Bits.below(hours, hour)) * perHour();
    if (Bits.has(hours, hour)) {
      count += (long) Long.bitCount(Bits.below(minutes, minute)) * Long.bitCount(seconds);
      if (Bits.has(minutes, minute)) {
        count += Long.bitCount(Bits.below(seconds, secondOfDay % 60));
      }
    }
    return count;
  }

  private long perHour() {
    return (long) Long.bitCount(minutes) * Long.bitCount(seconds);
  }

  private static int time(int hour, int minute, int second) {
    return hour * 3600 + minute * 60 + second;
  }
}
