package dev.carillon.engine.store;

import java.time.Instant;
import java.util.List;

/** Decides what becomes of the clocks that are due. Pure. */
@FunctionalInterface
public interface PlanRule {
  /**
   * Answers with one step for each due clock.
   *
   * @param room how many runs may start at once on this node
   */
  List<ClockStep> decide(List<DueClock> due, Instant now, int room);
}
