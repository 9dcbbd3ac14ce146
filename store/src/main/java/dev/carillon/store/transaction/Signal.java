package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.store.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What happened, for one schedule. */
record Signal(
    RunId run,
    ScheduleId schedule,
    TriggerKind kind,
    Optional<ScheduleId> followed,
    String told,
    Instant at) {
  static final String COLUMNS = "run_id, schedule_id, kind, followed_id, told, at";

  static Signal read(Row row) throws SQLException {
    return new Signal(
        new RunId(row.id("run_id")),
        new ScheduleId(row.id("schedule_id")),
        TriggerKind.of(row.integer("kind")),
        row.idIfAny("followed_id").map(ScheduleId::new),
        row.text("told"),
        row.instant("at"));
  }
}
