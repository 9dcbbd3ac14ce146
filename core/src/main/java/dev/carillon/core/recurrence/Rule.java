package dev.carillon.core.recurrence;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** A rule that was understood. */
record Rule(
    Frequency frequency,
    int interval,
    OptionalInt count,
    Optional<Until> until,
    DayOfWeek weekStart,
    Map<Part, NavigableSet<Integer>> numbers,
    List<Weekday> weekdays) {
  Rule {
    numbers = Map.copyOf(numbers);
    weekdays = List.copyOf(weekdays);
  }

  boolean has(Part part) {
    return numbers.containsKey(part);
  }

  /** The numbers of a part, ascending; none when the rule does not have it. */
  NavigableSet<Integer> numbers(Part part) {
    return numbers.getOrDefault(part, Collections.emptyNavigableSet());
  }

  /** The numbers of a part, or this one where the rule leaves it to its start. */
  NavigableSet<Integer> numbersOr(Part part, int ofStart) {
    return has(part) ? numbers(part) : new TreeSet<>(List.of(ofStart));
  }
}
