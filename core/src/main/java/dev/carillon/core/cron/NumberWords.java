package dev.carillon.core.cron;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Says sets of numbers: {@code minute 5}, {@code hours 9 to 17}, {@code every 7th minute from 0 to
 * 56}.
 */
final class NumberWords {
  private static final int SHORTEST_SERIES = 4;

  private NumberWords() {}

  /** A part of a time or date, such as {@code minutes 0 and 30}. */
  static String part(String unit, long set) {
    if (Long.bitCount(set) == 1) {
      return unit + " " + Bits.lowest(set);
    }
    int step = step(set);
    if (step > 1 && Long.bitCount(set) >= SHORTEST_SERIES) {
      return "every "
          + ordinal(step)
          + " "
          + unit
          + " from "
          + Bits.lowest(set)
          + " to "
          + Bits.highest(set);
    }
    return unit + "s " + join(runs(set, String::valueOf));
  }

  /** The members by name, three and more in a row as {@code 9 to 17}. */
  static List<String> runs(long set, IntFunction<String> name) {
    List<String> runs = new ArrayList<>();
    long rest = set;
    while (rest != 0) {
      int first = Bits.lowest(rest);
      int last = first + runLength(rest) - 1;
      if (last - first < 2) {
        runs.add(name.apply(first));
        rest = Bits.above(rest, first);
      } else {
        runs.add(name.apply(first) + " to " + name.apply(last));
        rest = Bits.above(rest, last);
      }
    }
    return runs;
  }

  /** How many members follow each other without a hole, from the first on. */
  static int runLength(long set) {
    return Long.numberOfTrailingZeros(~(set >>> Bits.lowest(set)));
  }

  /** The one distance between neighbours; 0 if they differ or there is only one member. */
  static int step(long set) {
    long rest = Bits.above(set, Bits.lowest(set));
    int step = rest == 0 ? 0 : Bits.lowest(rest) - Bits.lowest(set);
    for (int at = Bits.lowest(set); rest != 0; rest = Bits.above(rest, at)) {
      if (Bits.lowest(rest) - at != step) {
        return 0;
      }
      at = Bits.lowest(rest);
    }
    return step;
  }

  /** The distance if it also leads from the last member to the first of the next sixty; else 0. */
  static int evenStepOfSixty(long set) {
    int step = Long.bitCount(set) == 1 ? 60 : step(set);
    return step > 0 && Bits.lowest(set) + 60 - Bits.highest(set) == step ? step : 0;
  }

  static String join(List<String> words) {
    return join(words, "and");
  }

  static String join(List<String> words, String last) {
    if (words.size() == 1) {
      return words.getFirst();
    }
    String head = String.join(", ", words.subList(0, words.size() - 1));
    return head + " " + last + " " + words.getLast();
  }

  /** A series has four members at least, so no step reaches 21st. */
  private static String ordinal(int step) {
    return switch (step) {
      case 2 -> "2nd";
      case 3 -> "3rd";
      default -> step + "th";
    };
  }
}
