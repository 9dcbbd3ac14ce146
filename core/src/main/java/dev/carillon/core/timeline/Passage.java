package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects the lines of instants that are passed without a run; an empty stretch leaves none. */
final class Passage {
  private final Timetable timetable;
  private final List<Line> lines = new ArrayList<>();

  Passage(Timetable timetable) {
    this.timetable = timetable;
  }

  /** One line for all instants in [from, to), if there is any. */
  void add(Instant from, Instant to, Reason reason) {
    var first = timetable.from(from).filter(instant -> instant.isBefore(to));
    if (first.isEmpty()) {
      return;
    }
    var last = timetable.before(to).orElse(first.get());
    lines.add(new Line(first.get(), last, timetable.count(first.get(), to), reason));
  }

  List<Line> lines() {
    return lines;
  }
}
