package dev.carillon.engine.store;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.timeline.Reason;
import java.time.Instant;
import java.util.Optional;

/** A run to be written to {@code live}, either started on the planning node or queued. */
public record NewRun(
    RunId id,
    Schedule schedule,
    TriggerKind kind,
    Optional<Instant> nominal,
    Instant desired,
    Reason reason,
    Placement placement,
    Input input) {
  /** Where the run stands when it is written. */
  public sealed interface Placement {
    /** RUNNING on the node that writes it, under epoch 1. */
    record Started() implements Placement {}

    /** QUEUED; the smaller order goes first among those that wait for the same thing. */
    record Queued(WaitsOn on, long order) implements Placement {}

    /** PENDING until its desired time, without a place of its schedule. */
    record Delayed(long order) implements Placement {}
  }
}
