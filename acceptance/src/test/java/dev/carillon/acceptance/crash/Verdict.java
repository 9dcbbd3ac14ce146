package dev.carillon.acceptance.crash;

import java.util.List;

/**
 * What was found.
 *
 * @param due instants that had to have a line
 * @param ran lines that ran
 * @param caughtUp those of them that had been missed
 * @param longDowns downs after which something had to be caught up
 * @param repeated calls beyond the first for a run
 */
record Verdict(
    Promise promise,
    int due,
    int ran,
    int caughtUp,
    int longDowns,
    int calls,
    int repeated,
    List<String> faults) {
  static Verdict of(Evidence evidence, List<String> faults) {
    var ran = evidence.lines().stream().filter(BookedLine::ran).toList();
    var distinct = (int) evidence.calls().stream().map(Called::key).distinct().count();
    return new Verdict(
        evidence.promise(),
        evidence.promise().binding().size(),
        ran.size(),
        (int) ran.stream().filter(line -> line.reason().equals(CatchingUp.REASON)).count(),
        CatchingUp.judged(evidence.promise()).size(),
        evidence.calls().size(),
        evidence.calls().size() - distinct,
        List.copyOf(faults));
  }

  String summary() {
    return "%s: %d instants due, %d ran, %d of them caught up after %d long downs, %d calls, %d repeated, %d faults"
        .formatted(promise.name(), due, ran, caughtUp, longDowns, calls, repeated, faults.size());
  }
}
