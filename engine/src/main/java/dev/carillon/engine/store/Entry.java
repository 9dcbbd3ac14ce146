package dev.carillon.engine.store;

import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.timeline.Clock;
import java.util.Optional;

/** A schedule with its clock, what it has done so far, and why it stands still, if it does. */
public record Entry(Schedule schedule, Clock clock, Standing standing, Optional<Halt> halt) {}
