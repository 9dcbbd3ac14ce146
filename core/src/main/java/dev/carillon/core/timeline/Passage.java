package dev.carillon.core.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what becomes of the occurrences that a cursor passes, in their nominal order. */
final class Passage {
  /** Lines of one advance; what is left when there are so many is one more. */
  private static final int MOST_LINES = 1_000;

  private final Agenda agenda;
  private final Instant now;
  private final Instant missed;
  private final List<Passed> passed = new ArrayList<>();
  private int launches;

  Passage(Agenda agenda, Instant now) {
    this(agenda, now, now.minus(Timeline.LATE_AFTER));
  }

  /**
   * @param missed what should have started before this was missed
   */
  Passage(Agenda agenda, Instant now, Instant missed) {
    this.agenda = agenda;
    this.now = now;
    this.missed = missed;
  }

  /** None of the occurrences in [from, to) runs, whatever their bounds would make of them. */
  void pass(Instant from, Instant to, Reason reason) {
    agenda.timetable().from(from).ifPresent(first -> line(first, to, reason));
  }

  /** None of the occurrences in [from, to) runs: those that are left out anyhow, and the others. */
  void lose(Instant from, Instant to, Reason reason) {
    var nominal = agenda.timetable().from(from);
    while (nominal.filter(to::isAfter).isPresent() && passed.size() < MOST_LINES) {
      var stretch = agenda.stretch(nominal.get());
      var end = earliest(stretch.until(), to);
      if (stretch.apart().isPresent() && !isMissed(agenda.at(nominal.get()))) {
        launch(nominal.get(), end, reason);
      } else {
        line(nominal.get(), end, stretch.leftOut().orElse(reason));
      }
      nominal = agenda.timetable().from(end);
    }
    nominal.ifPresent(first -> line(first, to, reason));
  }

  /**
   * Launches the occurrences in [from, to) that are not left out, as many as one advance may, or
   * postpones them; answers with the first that it has not passed.
   *
   * @param ifMissed the reason of those that should have started long ago
   */
  Optional<Instant> launch(Instant from, Instant to, Reason ifMissed) {
    var nominal = agenda.timetable().from(from);
    while (nominal.filter(to::isAfter).isPresent() && launches < Timeline.MAX_LAUNCHES) {
      var occurrence = agenda.at(nominal.get());
      nominal =
          occurrence.leftOut().isPresent()
              ? leaveOut(nominal.get(), to)
              : launch(occurrence, ifMissed);
    }
    return nominal;
  }

  private Optional<Instant> launch(Occurrence occurrence, Reason ifMissed) {
    var nominal = occurrence.nominal();
    var desired = occurrence.desired();
    if (desired.isAfter(now)) {
      passed.add(new Postponed(nominal, desired));
    } else {
      var live = Timeline.whenBegun(Reason.ON_TIME, desired, now);
      passed.add(new Launch(nominal, desired, isMissed(occurrence) ? ifMissed : live));
    }
    launches++;
    return agenda.timetable().after(nominal);
  }

  private boolean isMissed(Occurrence occurrence) {
    return occurrence.desired().isBefore(missed);
  }

  private Optional<Instant> leaveOut(Instant nominal, Instant to) {
    var stretch = agenda.stretch(nominal);
    var end = earliest(stretch.until(), to);
    line(nominal, end, stretch.leftOut().orElseThrow());
    return agenda.timetable().from(end);
  }

  /** One line for all occurrences from this first one to an end, if there is any. */
  private void line(Instant first, Instant to, Reason reason) {
    if (!first.isBefore(to)) {
      return;
    }
    var timetable = agenda.timetable();
    var last = timetable.before(to).orElse(first);
    add(new Line(first, last, timetable.count(first, to), reason));
  }

  /** What is passed for the same reason, without a launch between, is one line. */
  private void add(Line line) {
    if (!passed.isEmpty() && passed.getLast() instanceof Line before && isSame(before, line)) {
      passed.removeLast();
      passed.add(
          new Line(before.from(), line.until(), before.covers() + line.covers(), line.reason()));
      return;
    }
    passed.add(line);
  }

  private static boolean isSame(Line before, Line line) {
    return before.reason() == line.reason();
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  List<Passed> passed() {
    return passed;
  }
}
