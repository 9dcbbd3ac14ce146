package dev.carillon.testkit.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of {@code ledger} as it stands in the database.
 *
 * @param detail what was asked and answered, as it is stored
 */
public record LineRow(
    RunId id,
    ScheduleId schedule,
    int version,
    TriggerKind kind,
    Reason reason,
    RunState state,
    Optional<Instant> nominal,
    Optional<Instant> until,
    long covers,
    Optional<Instant> started,
    Instant completed,
    int epoch,
    int lost,
    OptionalLong node,
    String target,
    String costSource,
    long costNanos,
    OptionalLong tokens,
    Optional<String> detail) {

  static LineRow read(Columns row) throws SQLException {
    return new LineRow(
        row.run(),
        row.schedule(),
        row.integer("version"),
        TriggerKind.of(row.integer("kind")),
        Reason.valueOf(row.text("reason")),
        RunState.of(row.integer("state")),
        row.instantIfAny("nominal_at"),
        row.instantIfAny("until_at"),
        row.number("covers"),
        row.instantIfAny("started_at"),
        row.instant("completed_at"),
        row.integer("epoch"),
        row.integer("lost"),
        row.numberIfAny("node"),
        row.text("target"),
        row.text("cost_source"),
        row.number("cost_nanos"),
        row.numberIfAny("total_tokens"),
        row.textIfAny("detail"));
  }
}
