package dev.carillon.engine.store;

import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.timeline.Clock;
import java.util.Optional;

/**
 * A schedule with its clock, what it has done so far, and why it stands still, if it does.
 *
 * @param isUnread whether its definition cannot be read, so that it stands there without a trigger
 */
public record Entry(
    Schedule schedule, Clock clock, Standing standing, Optional<Halt> halt, boolean isUnread) {

  /** The same as it stands in a list: what it says to its target may be large. */
  public Entry withoutInput() {
    return new Entry(schedule.saying(Input.NONE), clock, standing, halt, isUnread);
  }
}
