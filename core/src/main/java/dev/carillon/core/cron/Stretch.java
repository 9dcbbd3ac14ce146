package dev.carillon.core.cron;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * A piece of time with one UTC offset, {@code [start, end)} in epoch seconds. Inside it an instant
 * is a local time minus the offset; what the clock changes at its two ends ask for is settled once,
 * when the stretch is made:
 *
 * <ul>
 *   <li>Regular runs lie in {@code [from, to)}: a pass of an overlap that is not to run is cut off.
 *   <li>Local times in {@code [missedFrom, missedTo)} were left out by the change at the start and
 *       are made up for: all at {@code start} when {@code atStart}, else each by the old offset.
 * </ul>
 */
record Stretch(
    long start,
    long end,
    long from,
    long to,
    int offset,
    int offsetBefore,
    long missedFrom,
    long missedTo,
    boolean atStart) {

  static final long NONE = LocalTimes.NONE;

  /** No offset is further from UTC, so no local time is further from its instant. */
  static final long WIDEST_OFFSET = ZoneOffset.MAX.getTotalSeconds();

  /** A longer gap is a date left out, as in Apia 2011-12-30; nothing is made up for it. */
  private static final int LONGEST_GAP = 3 * 3600;

  /** The stretch around an instant. */
  static Stretch around(long second, ZoneRules rules, DstPolicy policy) {
    Instant instant = Instant.ofEpochSecond(second);
    int offset = rules.getOffset(instant).getTotalSeconds();
    if (rules.isFixedOffset()) {
      return new Stretch(Long.MIN_VALUE, NONE, Long.MIN_VALUE, NONE, offset, offset, 0, 0, false);
    }
    return between(
        offset,
        Edge.of(rules.previousTransition(instant.plusSeconds(1)), Long.MIN_VALUE, offset),
        Edge.of(rules.nextTransition(instant), NONE, offset),
        policy);
  }

  private static Stretch between(int offset, Edge opened, Edge closed, DstPolicy policy) {
    long from = opened.at;
    if (opened.isOverlap() && policy.overlapHour() == OverlapHour.FIRST) {
      from += opened.before - opened.after;
    }
    long to = closed.at;
    if (closed.isOverlap() && policy.overlapHour() == OverlapHour.SECOND) {
      to -= closed.before - closed.after;
    }
    boolean madeUp = opened.isShortGap() && policy.gap() != Gap.SKIP;
    return new Stretch(
        opened.at,
        closed.at,
        from,
        to,
        offset,
        opened.before,
        madeUp ? opened.at + opened.before : 0,
        madeUp ? opened.at + opened.after : 0,
        policy.gap() == Gap.RUN_AT_TRANSITION);
  }

  /** Whether the times that a change leaves out are few enough to be made up for. */
  static boolean makesUpFor(ZoneOffsetTransition change) {
    return change.isGap() && isShort(change.getDuration().toSeconds());
  }

  private static boolean isShort(long gap) {
    return gap <= LONGEST_GAP;
  }

  boolean contains(long second) {
    return second >= start && second < end;
  }

  /** The first run in this stretch strictly after the given second, or {@link #NONE}. */
  long next(long after, LocalTimes times) {
    long local = times.atOrAfter(Math.max(after + 1, from) + offset);
    long regular = local == LocalTimes.NONE || local - offset >= to ? NONE : local - offset;
    return missedFrom == missedTo ? regular : Math.min(regular, nextMadeUp(after, times));
  }

  private long nextMadeUp(long after, LocalTimes times) {
    if (atStart) {
      return after < start && missesAny(times) ? start : NONE;
    }
    long local = times.atOrAfter(Math.max(after + 1 + offsetBefore, missedFrom));
    return local >= missedTo || local - offsetBefore >= end ? NONE : local - offsetBefore;
  }

  /** The last run in this stretch strictly before the given second, or {@link #NONE}. */
  long previous(long before, LocalTimes times) {
    long local = times.atOrBefore(Math.min(before, to) - 1 + offset);
    long regular = local == LocalTimes.NONE || local - offset < from ? NONE : local - offset;
    if (missedFrom == missedTo) {
      return regular;
    }
    long madeUp = previousMadeUp(before, times);
    if (regular == NONE || madeUp == NONE) {
      return Math.min(regular, madeUp);
    }
    return Math.max(regular, madeUp);
  }

  private long previousMadeUp(long before, LocalTimes times) {
    if (atStart) {
      return missesAny(times) ? start : NONE;
    }
    long local = times.atOrBefore(Math.min(Math.min(before, end) + offsetBefore, missedTo) - 1);
    return local == LocalTimes.NONE || local < missedFrom ? NONE : local - offsetBefore;
  }

  /** How many runs of this stretch lie in {@code [first, limit)}; two at one instant are one. */
  long count(long first, long limit, LocalTimes times) {
    long begin = Math.max(first, start);
    long until = Math.min(limit, end);
    long regular = times.count(Math.max(begin, from) + offset, Math.min(until, to) + offset);
    if (missedFrom == missedTo) {
      return regular;
    }
    if (atStart) {
      boolean alone = !times.contains(start + offset);
      return regular + (begin == start && alone && missesAny(times) ? 1 : 0);
    }
    return regular + countShifted(begin + offsetBefore, until + offsetBefore, times);
  }

  /** The missed times in {@code [first, limit)} whose instant is not that of a regular run. */
  private long countShifted(long first, long limit, LocalTimes times) {
    int shift = offset - offsetBefore;
    long count = 0;
    long local = times.atOrAfter(Math.max(first, missedFrom));
    while (local < Math.min(limit, missedTo)) {
      if (!times.contains(local + shift)) {
        count++;
      }
      local = times.atOrAfter(local + 1);
    }
    return count;
  }

  private boolean missesAny(LocalTimes times) {
    return times.atOrAfter(missedFrom) < missedTo;
  }

  /** A clock change at one end of a stretch; without one the offset stays the same. */
  private record Edge(long at, int before, int after) {
    static Edge of(@Nullable ZoneOffsetTransition change, long without, int offset) {
      return change == null
          ? new Edge(without, offset, offset)
          : new Edge(
              change.toEpochSecond(),
              change.getOffsetBefore().getTotalSeconds(),
              change.getOffsetAfter().getTotalSeconds());
    }

    boolean isOverlap() {
      return after < before;
    }

    boolean isShortGap() {
      return after > before && isShort(after - before);
    }
  }
}
