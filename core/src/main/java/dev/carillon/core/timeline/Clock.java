package dev.carillon.core.timeline;

import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The one cursor of a schedule, and its own gate.
 *
 * @param version the definition that plans
 * @param cursor the first instant that is not yet in the ledger; empty when there is none
 * @param wake when somebody must look; empty when nobody need look
 * @param live runs that hold the schedule's place: from passing overlap until their end
 * @param waiting runs that wait for that place
 * @param launched occurrences that became a run, ever
 */
public record Clock(
    ScheduleId schedule,
    int version,
    ScheduleStatus status,
    Optional<Instant> cursor,
    Optional<Instant> wake,
    int live,
    int waiting,
    long launched) {
  public Clock {
    if (live < 0 || waiting < 0 || launched < 0) {
      throw new IllegalArgumentException(
          "clock of schedule "
              + schedule
              + " counts below zero: live "
              + live
              + ", waiting "
              + waiting
              + ", launched "
              + launched);
    }
  }

  /** The same clock at another place on the timeline. */
  public Clock at(Optional<Instant> otherCursor, Optional<Instant> otherWake) {
    return new Clock(schedule, version, status, otherCursor, otherWake, live, waiting, launched);
  }

  public Clock with(ScheduleStatus other) {
    return new Clock(schedule, version, other, cursor, wake, live, waiting, launched);
  }

  public Clock withVersion(int other) {
    return new Clock(schedule, other, status, cursor, wake, live, waiting, launched);
  }

  /** The same clock with other counts of its own gate. */
  public Clock holding(int otherLive, int otherWaiting) {
    return new Clock(schedule, version, status, cursor, wake, otherLive, otherWaiting, launched);
  }

  /** The same clock after one more occurrence has become a run. */
  public Clock launching() {
    return new Clock(schedule, version, status, cursor, wake, live, waiting, launched + 1);
  }
}
