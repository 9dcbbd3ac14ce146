package dev.carillon.store.transaction;

import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Halt;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;

/** Schedules with their clocks, as people see them. */
public final class Entries {
  /** The columns of an entry, from {@code clock c} and {@code schedule s}. */
  public static final String COLUMNS =
      """
      SELECT c.schedule_id, c.version, c.status, c.cursor_at, c.wake_at, c.live, c.waiting,
             c.failures, c.ran, c.succeeded, c.failed, c.skipped, c.cost_nanos, c.unknown_costs,
             c.last_at, c.last_state, c.launched, s.created_at, s.updated_at,
             s.halted_at, s.halted_by, s.halt_reason
        FROM clock c JOIN schedule s ON s.schedule_id = c.schedule_id
      """;

  private Entries() {}

  /**
   * Locks the clock of a schedule that the scope sees and reads all of it; deleted ones are not
   * seen.
   */
  static Optional<Entry> lock(Sql sql, Schedules schedules, Scope scope, ScheduleId id)
      throws SQLException {
    var filter =
        Filter.seenBy(scope).and("schedule_id = ?", one -> one.id(id.value())).and("status <> 5");
    var query =
        filter.bind(
            sql.of("SELECT schedule_id FROM clock" + filter.clause() + sql.dialect().locked()));
    return query.any() ? find(sql, schedules, id) : Optional.empty();
  }

  /** Reads a schedule, whoever owns it. */
  static Optional<Entry> find(Sql sql, Schedules schedules, ScheduleId id) throws SQLException {
    return sql.of(COLUMNS + " WHERE c.schedule_id = ?")
        .id(id.value())
        .one(row -> read(sql, schedules, row));
  }

  /** Reads an entry from a row that has its columns. */
  public static Entry read(Sql sql, Schedules schedules, Row row) throws SQLException {
    var clock = Clocks.clock(row);
    // What is compiled stands as it was when it became a version; a pause changes it since.
    var shown = schedules.shown(sql, clock.schedule(), clock.version());
    return new Entry(
        shown.schedule().changedAt(row.instant("updated_at")),
        clock,
        Clocks.standing(row),
        halt(row),
        shown.isUnread());
  }

  private static Optional<Halt> halt(Row row) throws SQLException {
    var at = row.instantIfAny("halted_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Halt(at.get(), row.text("halted_by"), row.text("halt_reason")));
  }
}
