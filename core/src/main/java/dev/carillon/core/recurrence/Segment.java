package dev.carillon.core.recurrence;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * A piece of time with one UTC offset, {@code [start, end)} in epoch seconds. As RFC 5545 (3.3.5)
 * reads local times, one that comes twice is the first of the two, so the second pass, up to {@code
 * from}, has none; and one that a change leaves out, in {@code [missedFrom, missedTo)} on the local
 * clock, is read with the offset before the change.
 */
record Segment(
    long start, long end, long from, int offset, int before, long missedFrom, long missedTo) {
  static final long NONE = LocalRule.NONE;

  static Segment around(long second, ZoneRules rules) {
    var instant = Instant.ofEpochSecond(second);
    var offset = rules.getOffset(instant).getTotalSeconds();
    if (rules.isFixedOffset()) {
      return new Segment(Long.MIN_VALUE, NONE, Long.MIN_VALUE, offset, offset, 0, 0);
    }
    var closing = rules.nextTransition(instant);
    var end = closing == null ? NONE : closing.toEpochSecond();
    return opened(rules.previousTransition(instant.plusSeconds(1)), end, offset);
  }

  private static Segment opened(@Nullable ZoneOffsetTransition opening, long end, int offset) {
    if (opening == null) {
      return new Segment(Long.MIN_VALUE, end, Long.MIN_VALUE, offset, offset, 0, 0);
    }
    var start = opening.toEpochSecond();
    var before = opening.getOffsetBefore().getTotalSeconds();
    var change = offset - before;
    return change < 0
        ? new Segment(start, end, start - change, offset, before, 0, 0)
        : new Segment(start, end, start, offset, before, start + before, start + offset);
  }

  /** The first time in this piece at or after a second, or {@link #NONE}. */
  long atOrAfter(long second, LocalRule rule) {
    var local = rule.atOrAfter(Math.max(second, from) + offset);
    var regular = local == NONE || local - offset >= end ? NONE : local - offset;
    if (missedFrom == missedTo || second + before >= missedTo) {
      return regular;
    }
    var missed = rule.atOrAfter(Math.max(second + before, missedFrom));
    return missed >= missedTo ? regular : Math.min(regular, missed - before);
  }

  /** The last time in this piece at or before a second, or {@link #NONE}. */
  long atOrBefore(long second, LocalRule rule) {
    var local = rule.atOrBefore(Math.min(second, end - 1) + offset);
    var regular = local == NONE || local - offset < from ? NONE : local - offset;
    if (missedFrom == missedTo) {
      return regular;
    }
    var missed = rule.atOrBefore(Math.min(second + before, missedTo - 1));
    if (missed == NONE || missed < missedFrom) {
      return regular;
    }
    return regular == NONE ? missed - before : Math.max(regular, missed - before);
  }

  /** How many lie in {@code [first, limit)} of this piece; two at one instant are one. */
  long count(long first, long limit, LocalRule rule) {
    var begin = Math.max(first, start);
    var until = Math.min(limit, end);
    var count = rule.count(Math.max(begin, from) + offset, until + offset);
    var missed =
        missedFrom == missedTo ? NONE : rule.atOrAfter(Math.max(begin + before, missedFrom));
    while (missed < Math.min(until + before, missedTo)) {
      if (!rule.has(missed - before + offset)) {
        count++;
      }
      missed = rule.atOrAfter(missed + 1);
    }
    return count;
  }
}
