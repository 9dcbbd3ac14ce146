package dev.carillon.testkit.store;

import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code clock} as it stands in the database. */
public record ClockRow(
    ScheduleId schedule,
    int version,
    ScheduleStatus status,
    Optional<Instant> cursor,
    Optional<Instant> wake,
    int live,
    int waiting,
    int failures,
    long ran,
    long succeeded,
    long failed,
    long skipped,
    long costNanos,
    long unknownCosts,
    Optional<Instant> lastAt,
    Optional<RunState> lastState) {

  static ClockRow read(Columns row) throws SQLException {
    var last = row.numberIfAny("last_state");
    return new ClockRow(
        row.schedule(),
        row.integer("version"),
        ScheduleStatus.of(row.integer("status")),
        row.instantIfAny("cursor_at"),
        row.instantIfAny("wake_at"),
        row.integer("live"),
        row.integer("waiting"),
        row.integer("failures"),
        row.number("ran"),
        row.number("succeeded"),
        row.number("failed"),
        row.number("skipped"),
        row.number("cost_nanos"),
        row.number("unknown_costs"),
        row.instantIfAny("last_at"),
        last.isPresent() ? Optional.of(RunState.of((int) last.getAsLong())) : Optional.empty());
  }
}
