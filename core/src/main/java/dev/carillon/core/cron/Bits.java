package dev.carillon.core.cron;

/** A set of small numbers as the bits of a long. */
final class Bits {
  private Bits() {}

  static boolean has(long bits, int number) {
    return (bits >>> number & 1) != 0;
  }

  static int lowest(long bits) {
    return Long.numberOfTrailingZeros(bits);
  }

  static int highest(long bits) {
    return 63 - Long.numberOfLeadingZeros(bits);
  }

  /** The members of a set that are at least a number. */
  static long from(long bits, int number) {
    return bits & -1L << number;
  }

  /** The members of a set that are greater than a number. */
  static long above(long bits, int number) {
    return bits & -2L << number;
  }

  /** The members of a set that are smaller than a number. */
  static long below(long bits, int number) {
    return bits & (1L << number) - 1;
  }
}
