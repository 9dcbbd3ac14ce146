package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks, of each long down, whether what was missed in it was caught up by the policy. Pure. */
final class CatchingUp {
  static final String REASON = "CAUGHT_UP";

  private CatchingUp() {}

  static List<String> faults(Evidence evidence) {
    var faults = new ArrayList<String>();
    for (var down : judged(evidence.promise())) {
      switch (evidence.promise().terms().catchup()) {
        case LAST -> onlyTheNewest(evidence, down, faults);
        case FIRE_IMMEDIATELY -> all(evidence, down, faults);
      }
    }
    return faults;
  }

  /** The downs in which something was surely missed, by a schedule that nobody had halted. */
  static List<Down> judged(Promise promise) {
    return promise.downs().all().stream()
        .filter(Down::missesSome)
        .filter(down -> down.killed().isAfter(promise.due().getFirst()))
        .filter(down ->
            promise.halts().stream().noneMatch(halt -> halt.overlaps(down.killed(), down.ready())))
        .filter(down -> down.ready().isBefore(promise.end()))
        .toList();
  }

  private static void onlyTheNewest(Evidence evidence, Down down, List<String> faults) {
    var oldest = down.killed().minus(Downs.PROMPT);
    var newest = down.ready().plus(Downs.PROMPT).minus(Downs.LATE_TOLERANCE);
    var caught =
        evidence.lines().stream()
            .filter(line -> line.reason().equals(REASON))
            .filter(line -> line.nominal().isAfter(oldest) && line.nominal().isBefore(newest))
            .map(BookedLine::nominal)
            .toList();
    if (caught.size() != 1) {
      faults.add(
          "%d were caught up after the down of %s, not the newest alone"
              .formatted(caught.size(), down.killed()));
      return;
    }
    for (var line : evidence.lines()) {
      var newer = line.last().isAfter(caught.getFirst()) && line.last().isBefore(newest);
      var missed = line.reason().equals("SUPERSEDED") || surelyMissed(down, line.nominal());
      if (newer && missed) {
        faults.add(
            "%s was caught up and not %s, which is newer"
                .formatted(caught.getFirst(), line.last()));
      }
    }
  }

  private static void all(Evidence evidence, Down down, List<String> faults) {
    for (var line : evidence.lines()) {
      if (surelyMissed(down, line.nominal()) && !line.reason().equals(REASON)) {
        faults.add("%s was missed and not caught up: %s".formatted(line.nominal(), line.reason()));
      }
    }
  }

  private static boolean surelyMissed(Down down, Instant nominal) {
    return nominal.isAfter(down.killed())
        && nominal.isBefore(down.restarted().minus(Downs.LATE_TOLERANCE));
  }
}
