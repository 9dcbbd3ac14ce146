package dev.carillon.core.recurrence;

import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** How a day is cut into pieces of one length. */
final class Cut {
  private static final int HOUR = 3_600;
  private static final int MINUTE = 60;
  private static final List<Integer> FIRST = List.of(0);

  private final int unit;
  private final BitSet allowed;
  private final int[] inside;

  private Cut(int unit, BitSet allowed, int[] inside) {
    this.unit = unit;
    this.allowed = allowed;
    this.inside = inside;
  }

  /** How many seconds a piece has. */
  int unit() {
    return unit;
  }

  /** Which pieces of a day no part leaves out. */
  BitSet allowed() {
    return allowed;
  }

  /** The seconds that count in each of them, ascending. */
  int[] inside() {
    return inside;
  }

  /** What no part names is open down to the unit, and below it taken from the start. */
  static Cut of(Rule rule, LocalDateTime start) {
    var hours = rule.has(Part.BYHOUR) ? rule.numbers(Part.BYHOUR) : upTo(24);
    var minutes = rule.has(Part.BYMINUTE) ? rule.numbers(Part.BYMINUTE) : upTo(60);
    var seconds = rule.has(Part.BYSECOND) ? rule.numbers(Part.BYSECOND) : upTo(60);
    var itsHours = rule.numbersOr(Part.BYHOUR, start.getHour());
    var itsMinutes = rule.numbersOr(Part.BYMINUTE, start.getMinute());
    var itsSeconds = rule.numbersOr(Part.BYSECOND, start.getSecond());
    var insideHour = seconds(FIRST, itsMinutes, itsSeconds);
    return switch (rule.frequency()) {
      case SECONDLY ->
          new Cut(1, bits(seconds(hours, minutes, seconds), 1), Picks.chosen(rule, new int[] {0}));
      case MINUTELY ->
          new Cut(
              MINUTE,
              bits(seconds(hours, minutes, FIRST), MINUTE),
              Picks.chosen(rule, seconds(FIRST, FIRST, itsSeconds)));
      case HOURLY ->
          new Cut(HOUR, bits(seconds(hours, FIRST, FIRST), HOUR), Picks.chosen(rule, insideHour));
      case DAILY, WEEKLY, MONTHLY, YEARLY ->
          new Cut(HOUR, bits(seconds(itsHours, FIRST, FIRST), HOUR), insideHour);
    };
  }

  private static BitSet bits(int[] seconds, int unit) {
    var bits = new BitSet();
    IntStream.of(seconds).forEach(second -> bits.set(second / unit));
    return bits;
  }

  private static int[] seconds(
      Collection<Integer> hours, Collection<Integer> minutes, Collection<Integer> seconds) {
    return hours.stream()
        .flatMap(hour -> minutes.stream().map(minute -> hour * HOUR + minute * MINUTE))
        .flatMapToInt(minute -> seconds.stream().mapToInt(second -> minute + second))
        .toArray();
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }
}
