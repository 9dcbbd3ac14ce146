package dev.carillon.core.simulation;

import dev.carillon.core.timeline.Line;
import dev.carillon.core.timeline.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a schedule's occurrences in a span of time: each is a run, part of a line that
 * says why it did not run, or still waits.
 *
 * @param runs in the order in which they started
 * @param lines in the order in which they were written
 * @param waiting nominal times of occurrences that still wait for the place of their schedule, or
 *     for their time
 * @param whole false when the span held more than is looked at
 */
public record Replay(List<Ran> runs, List<Line> lines, List<Instant> waiting, boolean whole) {
  public Replay {
    runs = List.copyOf(runs);
    lines = List.copyOf(lines);
    waiting = List.copyOf(waiting);
  }

  /**
   * An occurrence that ran.
   *
   * @param ended empty when it outlasts the span
   */
  public record Ran(Instant nominal, Instant started, Optional<Instant> ended, Reason reason) {}
}
