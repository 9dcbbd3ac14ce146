package dev.carillon.core.cron;

import java.util.BitSet;
import java.util.Optional;

/**
 * The years in which an expression fires: all from the first one on, unless a year field lists
 * them.
 */
record Years(int first, Optional<BitSet> listed) {
  /** The bound of every search, far beyond what is promised (1970 to 2199). */
  static final int LAST = 9999;

  static final int NONE = -1;
  static final Years ALL = new Years(1, Optional.empty());

  /** Quartz has no years before this one. */
  static final Years SINCE_1970 = new Years(1970, Optional.empty());

  /** What {@code *} or a missing year field means. */
  static Years every(Dialect dialect) {
    return dialect == Dialect.QUARTZ ? SINCE_1970 : ALL;
  }

  static Years of(BitSet listed) {
    return new Years(ALL.first, Optional.of(listed));
  }

  /** The first year at or after the given one, or {@link #NONE}. */
  int atOrAfter(int year) {
    if (year > LAST) {
      return NONE;
    }
    int from = Math.max(year, first);
    return listed.isPresent() ? listed.get().nextSetBit(from) : from;
  }

  /** The last year at or before the given one, or {@link #NONE}. */
  int atOrBefore(int year) {
    if (year < first) {
      return NONE;
    }
    int from = Math.min(year, LAST);
    return listed.isPresent() ? listed.get().previousSetBit(from) : from;
  }
}
