package dev.carillon.core.recurrence;

import java.util.stream.IntStream;

/** What BYSETPOS chooses: places counted from the first, or with a minus from the last. */
final class Picks {
  private Picks() {}

  /** The chosen places among so many, from 0, ascending. */
  static int[] places(Rule rule, int size) {
    return rule.numbers(Part.BYSETPOS).stream()
        .mapToInt(place -> place > 0 ? place - 1 : size + place)
        .filter(place -> place >= 0 && place < size)
        .sorted()
        .distinct()
        .toArray();
  }

  /** All of them, or those that the rule chooses. */
  static int[] chosen(Rule rule, int[] all) {
    return rule.has(Part.BYSETPOS)
        ? IntStream.of(places(rule, all.length)).map(place -> all[place]).toArray()
        : all;
  }
}
