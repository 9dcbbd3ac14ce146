package dev.carillon.engine.store;

import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.timeline.Clock;

/**
 * A clock whose time has come, locked, with its schedule in the clock's version.
 *
 * @param targetStored whether the schedule's owner has the target in the store
 */
public record DueClock(Clock clock, Schedule schedule, boolean targetStored) {}
