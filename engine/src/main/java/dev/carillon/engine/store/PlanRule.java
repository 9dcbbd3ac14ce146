package dev.carillon.engine.store;

import java.time.Instant;

/** Decides what becomes of a clock that is due. Pure. */
@FunctionalInterface
public interface PlanRule {
  /**
   * What a turn does to it.
   *
   * @param room how many runs may start at once on this node
   */
  ClockStep decide(DueClock due, Instant now, int room);
}
