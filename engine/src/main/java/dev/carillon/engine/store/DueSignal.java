package dev.carillon.engine.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * A signal whose turn has come, with its schedule, whose clock is locked.
 *
 * @param run that it becomes, if it becomes one
 * @param kind an event, or a run of another schedule
 * @param at when it happened
 * @param schedule in the clock's version
 * @param readable false when its definition cannot be read, so that the schedule has no trigger
 * @param targetStored whether the schedule's owner has the target in the store
 * @param heard the other schedules whose runs have ended as awaited since this one's last run
 * @param input what the schedule says, with what happened beside it
 */
public record DueSignal(
    RunId run,
    TriggerKind kind,
    Instant at,
    Schedule schedule,
    boolean readable,
    Clock clock,
    boolean targetStored,
    Set<ScheduleId> heard,
    Input input) {
  public DueSignal {
    heard = Set.copyOf(heard);
  }
}
