package dev.carillon.testkit.store;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A row of {@code live} as it stands in the database. */
public record LiveRow(
    RunId id,
    ScheduleId schedule,
    int version,
    TriggerKind kind,
    Reason reason,
    RunState state,
    Optional<Instant> nominal,
    Optional<Instant> started,
    int epoch,
    OptionalLong node,
    int lost,
    Optional<WaitsOn> waitsOn) {

  static LiveRow read(Columns row) throws SQLException {
    var waitsOn = row.numberIfAny("waits_on");
    return new LiveRow(
        row.run(),
        row.schedule(),
        row.integer("version"),
        TriggerKind.of(row.integer("kind")),
        Reason.valueOf(row.text("reason")),
        RunState.of(row.integer("state")),
        row.instantIfAny("nominal_at"),
        row.instantIfAny("started_at"),
        row.integer("epoch"),
        row.numberIfAny("node"),
        row.integer("lost"),
        waitsOn.isPresent()
            ? Optional.of(WaitsOn.of((int) waitsOn.getAsLong()))
            : Optional.empty());
  }

  /** Whether it waits for its schedule's place; every other live run holds one. */
  boolean waitsForPlace() {
    return state == RunState.QUEUED && waitsOn.equals(Optional.of(WaitsOn.OWN_CLOCK));
  }
}
