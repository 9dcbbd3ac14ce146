package dev.carillon.engine.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Schedule;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that is durably RUNNING on this node and must now be called.
 *
 * @param schedule in the version that the run was planned under
 * @param epoch the fencing number of this node's right to it
 */
public record StartedRun(
    RunId id,
    int epoch,
    int attempt,
    Schedule schedule,
    TriggerKind kind,
    Optional<Instant> nominal,
    Instant desired,
    Input input) {}
