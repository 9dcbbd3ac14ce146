package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The instants that were missed: those in [from, to), as seen now. */
record Missed(Timetable timetable, Instant from, Instant to, Instant now) {
  /**
   * Chooses what runs after all, oldest first; what does not run gets its line.
   *
   * @param whenNone the reason of those that the policy lets go altogether
   */
  List<Launch> catchUp(Catchup how, Reason whenNone, Passage passage) {
    return switch (how.policy()) {
      case NONE -> {
        passage.add(from, to, whenNone);
        yield List.of();
      }
      case LAST -> newest(how, 1, Reason.SUPERSEDED, passage);
      case FIRE_IMMEDIATELY -> newest(how, how.limit(), Reason.CATCHUP_CAP, passage);
    };
  }

  /** Launches the newest n within the window; what lies before them is too late or beyond n. */
  private List<Launch> newest(Catchup how, int n, Reason beyond, Passage passage) {
    var windowFrom = latest(from, now.minus(how.window()));
    var newest = newest(windowFrom, n);
    var launchFrom = newest.isEmpty() ? to : newest.getFirst();
    passage.add(from, windowFrom.isBefore(to) ? windowFrom : to, Reason.TOO_LATE);
    passage.add(windowFrom, launchFrom, beyond);
    return newest.stream().map(nominal -> new Launch(nominal, nominal, Reason.CAUGHT_UP)).toList();
  }

  /** The last n instants in [windowFrom, to), oldest first. */
  private List<Instant> newest(Instant windowFrom, int n) {
    var found = new ArrayList<Instant>();
    var instant = timetable.before(to);
    while (found.size() < n && instant.isPresent() && !instant.get().isBefore(windowFrom)) {
      found.add(instant.get());
      instant = timetable.before(instant.get());
    }
    return found.reversed();
  }

  static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
