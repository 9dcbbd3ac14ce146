package dev.carillon.engine.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.timeline.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * A ledger line that is terminal at once: an occurrence, or a range of them, that will not run.
 *
 * @param nominal the first occurrence; empty for a request that was refused
 * @param until the last occurrence of a range
 */
public record NewLine(
    RunId id,
    Schedule schedule,
    TriggerKind kind,
    Optional<Instant> nominal,
    Optional<Instant> until,
    long covers,
    Instant desired,
    RunState state,
    Reason reason) {}
