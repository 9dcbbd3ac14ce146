package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks each line that did not run for its excuse: the policy's, and at that time. Pure. */
final class Excuses {
  /** So many lost nodes, and no fewer, make a run fail: semantics, 4. */
  private static final int LOSSES_TO_FAIL = 4;

  private final Evidence evidence;
  private final Promise promise;

  private Excuses(Evidence evidence) {
    this.evidence = evidence;
    promise = evidence.promise();
  }

  /** The lines that should have run, or should not have. */
  static List<String> faults(Evidence evidence) {
    var excuses = new Excuses(evidence);
    var faults = new ArrayList<String>();
    for (var line : evidence.lines()) {
      if (line.completed().isEmpty()) {
        faults.add("run %s of %s has not ended".formatted(line.run(), line.nominal()));
      } else if (line.ran()) {
        excuses.ofARun(line, faults);
      } else if (evidence.called(line) && !excuses.wasCutOff(line)) {
        faults.add("%s did not run, and yet was called".formatted(line.nominal()));
      } else if (!excuses.accept(line)) {
        faults.add(
            "%s did not run: %s, which is no excuse then".formatted(line.nominal(), line.reason()));
      }
    }
    return faults;
  }

  private void ofARun(BookedLine line, List<String> faults) {
    if (!evidence.called(line)) {
      faults.add("run %s of %s succeeded without a call".formatted(line.run(), line.nominal()));
    }
    if (promise.halts().stream().anyMatch(halt -> halt.forbids(line.nominal()))) {
      faults.add("%s ran while the schedule stood still".formatted(line.nominal()));
    }
  }

  private boolean accept(BookedLine line) {
    return switch (line.reason()) {
      case "PAUSED" -> promise.halts().stream().anyMatch(halt -> halt.excuses(line));
      case "SCHEDULE_DELETED" ->
          cutOffAndDeleted(line) || promise.halts().stream().anyMatch(halt -> halt.excuses(line));
      case "SUPERSEDED" ->
          promise.terms().catchup() == Promise.Catchup.LAST
              && promise.downs().all().stream().anyMatch(down -> missedIn(down, line));
      case "NODE_LOST" -> lostTooOften(line);
      case "OVERLAP" ->
          promise.terms().overlap() == Promise.Overlap.SKIP
              && evidence.lines().stream().anyMatch(other -> heldThePlace(other, line.booked()));
      default -> false;
    };
  }

  /** Missed is what lies further before the next plan than the tolerance; and that is no later. */
  private boolean missedIn(Down down, BookedLine line) {
    var planned = promise.downs().promptly(down.ready());
    return !line.nominal().isBefore(down.killed().minus(Downs.PROMPT))
        && line.last().isBefore(planned.minus(Downs.LATE_TOLERANCE));
  }

  /**
   * Whether a run was alive then, and its schedule had lately given a sign of life or waited for a
   * rescue. The sign may be another's: one that waits for the place takes it when that one ends.
   */
  private boolean heldThePlace(BookedLine other, Instant then) {
    if (!other.ran()
        || other.booked().isAfter(then.plus(Downs.MARGIN))
        || other.completed().filter(end -> end.isBefore(then.minus(Downs.MARGIN))).isPresent()) {
      return false;
    }
    var sign =
        evidence.calls().stream()
            .map(Called::received)
            .filter(call -> !call.isAfter(then) && call.isAfter(other.booked()))
            .reduce(other.booked(), (before, call) -> call);
    return !then.isAfter(promise.downs().nextSignBy(sign));
  }

  /** Whether nobody made its call again, and need not. */
  private boolean wasCutOff(BookedLine line) {
    return cutOffAndDeleted(line) || lostTooOften(line);
  }

  /** A call that a kill cut off is not made again for a schedule that was deleted meanwhile. */
  private boolean cutOffAndDeleted(BookedLine line) {
    var downs = promise.downs();
    var sign = evidence.callsOf(line.run()).stream().reduce(line.booked(), (one, next) -> next);
    var by = downs.nextSignBy(sign);
    return line.fate() == BookedLine.Fate.CANCELLED
        && line.reason().equals("SCHEDULE_DELETED")
        && promise.halts().getLast().reason().equals(line.reason())
        && line.completed().filter(at -> isBetween(at, promise.end(), by)).isPresent()
        && downs.killedWithin(sign, by);
  }

  /** It was rescued from node after node, and the last of them was killed too. */
  private boolean lostTooOften(BookedLine line) {
    return line.fate() == BookedLine.Fate.FAILED
        && line.reason().equals("NODE_LOST")
        && line.completed()
            .filter(end -> promise.downs().kills(line.booked(), end) >= LOSSES_TO_FAIL)
            .isPresent();
  }

  private static boolean isBetween(Instant it, Instant from, Instant until) {
    return !it.isBefore(from) && !it.isAfter(until);
  }
}
