package dev.carillon.engine.store;

import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Clock;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Creates and changes schedules, each in one transaction with its lines, its clock and its
 * activity. What was acknowledged is durable, and no occurrence after it follows the old
 * definition.
 */
public interface ChangeStore {
  /** Creates a schedule in version 1, unless its owner has as many as allowed. */
  Created create(Draft draft, OptionalInt atMost, FirstClock first);

  /**
   * Changes a schedule by the rule, if the scope sees it; a deleted one is not seen. One that had
   * ended is revived only while its owner has fewer than so many.
   */
  Changed change(Scope scope, ScheduleId id, OptionalInt atMost, ChangeRule rule);

  /** A schedule that is to be created. */
  record Draft(ScheduleId id, Owner owner, Heading heading, Definition definition, String actor) {}

  /** Tells how the clock of a new schedule stands. Pure. */
  @FunctionalInterface
  interface FirstClock {
    Clock of(Schedule schedule, Instant now);
  }

  /** The answer to a creation. */
  sealed interface Created {
    /** It exists, in version 1. */
    record Done(Entry entry) implements Created {}

    /** The owner already has so many schedules, which is all that is allowed. */
    record LimitReached(int count) implements Created {}

    /** The owner has no calendar of this name, which the schedule is to use. */
    record NoCalendar(String name) implements Created {}
  }

  /** The answer to a change. */
  sealed interface Changed {
    /** It is as asked, by this deed. */
    record Done(Entry entry) implements Changed {}

    /** It was as asked before, so that nothing was done. */
    record Already(Entry entry) implements Changed {}

    /** The scope sees no such schedule. */
    record NotFound() implements Changed {}

    /** It cannot be done now; the words say why and what to do. */
    record Refused(String why) implements Changed {}

    /** It would come back, and the owner already has so many schedules, which is all allowed. */
    record LimitReached(int count) implements Changed {}

    /** The caller saw another version than this present one. */
    record Outdated(int version) implements Changed {}
  }
}
