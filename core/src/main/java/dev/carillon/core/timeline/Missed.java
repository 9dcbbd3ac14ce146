package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Catchup;
import java.time.Instant;

/** The occurrences that were missed: those that are nominally in [from, to), as seen now. */
record Missed(Agenda agenda, Instant from, Instant to, Instant now) {
  /**
   * Chooses what runs after all; what does not run gets its line.
   *
   * @param whenNone the reason of those that the policy lets go altogether
   */
  void catchUp(Catchup how, Reason whenNone, Passage passage) {
    switch (how.policy()) {
      case NONE -> passage.lose(from, to, whenNone);
      case LAST -> newest(how, 1, Reason.SUPERSEDED, passage);
      case FIRE_IMMEDIATELY -> newest(how, how.limit(), Reason.CATCHUP_CAP, passage);
    }
  }

  /** Launches the newest n within the window; what lies before them is too late or beyond n. */
  private void newest(Catchup how, int n, Reason beyond, Passage passage) {
    var windowFrom =
        agenda.firstTurnFrom(from, now.minus(how.window())).filter(to::isAfter).orElse(to);
    var launchFrom = newest(windowFrom, n);
    passage.lose(from, windowFrom, Reason.TOO_LATE);
    passage.lose(windowFrom, launchFrom, beyond);
    passage.launch(launchFrom, to, Reason.CAUGHT_UP);
  }

  /** The first of the last n occurrences in [windowFrom, to) that are not left out. */
  private Instant newest(Instant windowFrom, int n) {
    var first = to;
    var nominal = agenda.timetable().before(to);
    var found = 0;
    while (found < n && nominal.filter(one -> !one.isBefore(windowFrom)).isPresent()) {
      var stretch = agenda.stretch(nominal.get());
      if (stretch.leftOut().isPresent()) {
        nominal = agenda.timetable().before(begin(stretch));
        continue;
      }
      first = nominal.get();
      found += stretch.apart().filter(at -> at.isAfter(now)).isPresent() ? 0 : 1;
      nominal = agenda.timetable().before(first);
    }
    return first;
  }

  private Instant begin(Stretch stretch) {
    return stretch.since().isBefore(from) ? from : stretch.since();
  }
}
