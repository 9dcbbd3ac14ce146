package dev.carillon.testkit.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.ScheduleId;
import java.sql.SQLException;
import java.util.Optional;

/** A row of {@code activity} as it stands in the database. */
public record ActivityRow(
    String type, Optional<ScheduleId> schedule, Optional<RunId> run, String actor, String note) {

  static ActivityRow read(Columns row) throws SQLException {
    return new ActivityRow(
        row.text("type"),
        row.id("schedule_id").map(ScheduleId::new),
        row.id("run_id").map(RunId::new),
        row.text("actor"),
        row.text("note"));
  }
}
