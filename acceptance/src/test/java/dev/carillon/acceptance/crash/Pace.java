package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks whether a schedule went on whenever there was a server: planned, called, settled and rescued
 * in time. A schedule that stops firing is a fault here, however it accounts for that later. Pure.
 */
final class Pace {
  private final Promise promise;
  private final List<String> faults = new ArrayList<>();

  private Pace(Promise promise) {
    this.promise = promise;
  }

  static List<String> faults(Evidence evidence) {
    var pace = new Pace(evidence.promise());
    for (var line : evidence.lines()) {
      pace.booked(line);
      if (line.ran() && evidence.called(line)) {
        var calls = evidence.callsOf(line.run());
        pace.called(line, calls.getFirst());
        pace.repeated(line, calls);
        pace.settled(line, calls.getLast());
      }
    }
    return pace.faults;
  }

  private void booked(BookedLine line) {
    var halted = promise.halts().stream().anyMatch(halt -> halt.excuses(line));
    var by = promise.downs().promptly(line.nominal());
    if (!halted && line.booked().isAfter(by)) {
      faults.add("%s was planned as late as %s".formatted(line.nominal(), line.booked()));
    }
  }

  /** Under skip a run may wait for another; then it is that one which must be on its way. */
  private void called(BookedLine line, Instant first) {
    if (promise.terms().overlap() == Promise.Overlap.ALLOW
        && first.isAfter(nextSignBy(line.booked()))) {
      faults.add("%s was called as late as %s".formatted(line.nominal(), first));
    }
  }

  private void repeated(BookedLine line, List<Instant> calls) {
    for (var i = 1; i < calls.size(); i++) {
      var before = calls.get(i - 1);
      var again = calls.get(i);
      if (!promise.downs().killedWithin(before, again)) {
        faults.add("%s was called again though nobody was killed".formatted(line.nominal()));
      } else if (again.isAfter(nextSignBy(before))) {
        faults.add("%s was rescued as late as %s".formatted(line.nominal(), again));
      }
    }
  }

  private void settled(BookedLine line, Instant lastCall) {
    var by = lastCall.plus(Downs.CALL).plus(Downs.PROMPT);
    line.completed()
        .filter(end -> end.isAfter(by))
        .ifPresent(
            end -> faults.add("%s was settled as late as %s".formatted(line.nominal(), end)));
  }

  /** A rescued run of a paused schedule waits for the end of the pause. */
  private Instant nextSignBy(Instant alive) {
    var by = promise.downs().nextSignBy(alive);
    for (var halt : promise.halts()) {
      var goesOn = promise.downs().promptly(halt.back());
      if (halt.ends() && halt.overlaps(alive, by) && goesOn.isAfter(by)) {
        by = goesOn;
      }
    }
    return by;
  }
}
