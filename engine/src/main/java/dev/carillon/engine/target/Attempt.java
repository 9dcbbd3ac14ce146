package dev.carillon.engine.target;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call of the target for a run. The run's id is its Idempotency-Key; every attempt carries the
 * same.
 */
public record Attempt(
    RunId run,
    int epoch,
    int number,
    Owner owner,
    ScheduleId schedule,
    Target target,
    TriggerKind kind,
    Optional<Instant> nominal,
    Input input,
    Duration timeout) {}
