package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import dev.carillon.store.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A row of {@code live}. */
record LiveRun(
    RunId id,
    ScheduleId schedule,
    Owner owner,
    int version,
    TriggerKind kind,
    Reason reason,
    RunState state,
    Optional<Instant> nominal,
    Instant desired,
    Instant queued,
    Optional<Instant> started,
    int attempt,
    int epoch,
    OptionalLong node,
    int lost,
    OptionalLong waitsOn,
    String target,
    Input input) {
  static final String COLUMNS =
      """
      SELECT run_id, schedule_id, tenant_no, owner_no, version, kind, reason, state, nominal_at,
             desired_at, queued_at, started_at, attempt, epoch, node, lost, waits_on, target,
             message, context
        FROM live
      """;

  static LiveRun read(Row row) throws SQLException {
    return new LiveRun(
        new RunId(row.id("run_id")),
        new ScheduleId(row.id("schedule_id")),
        new Owner(row.integer("tenant_no"), row.integer("owner_no")),
        row.integer("version"),
        TriggerKind.of(row.integer("kind")),
        Reason.valueOf(row.text("reason")),
        RunState.of(row.integer("state")),
        row.instantIfAny("nominal_at"),
        row.instant("desired_at"),
        row.instant("queued_at"),
        row.instantIfAny("started_at"),
        row.integer("attempt"),
        row.integer("epoch"),
        row.numberIfAny("node"),
        row.integer("lost"),
        row.numberIfAny("waits_on"),
        row.text("target"),
        new Input(row.text("message"), row.text("context")));
  }
}
