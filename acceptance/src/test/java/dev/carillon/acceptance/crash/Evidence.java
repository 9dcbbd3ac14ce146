package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What a schedule promised, and what was found of it afterwards. */
record Evidence(Promise promise, List<BookedLine> lines, List<Called> calls) {
  /** Takes what belongs to this schedule, in the order of time. */
  static Evidence of(Promise promise, Collection<BookedLine> lines, Collection<Called> calls) {
    var schedule = promise.schedule();
    return new Evidence(
        promise,
        lines.stream()
            .filter(line -> line.schedule().equals(schedule))
            .sorted(Comparator.comparing(BookedLine::nominal))
            .toList(),
        calls.stream()
            .filter(call -> call.schedule().equals(schedule))
            .sorted(Comparator.comparing(Called::received))
            .toList());
  }

  /** When the agent was called for this run, in order. */
  List<Instant> callsOf(UUID run) {
    return calls.stream().filter(call -> call.run().equals(run)).map(Called::received).toList();
  }

  boolean called(BookedLine line) {
    return calls.stream().anyMatch(call -> call.run().equals(line.run()));
  }
}
