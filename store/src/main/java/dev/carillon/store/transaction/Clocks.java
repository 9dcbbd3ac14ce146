package dev.carillon.store.transaction;

import dev.carillon.core.money.Money;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Timeline;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.Standing;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of {@code clock}: locking them in order, reading them, and moving them. */
public final class Clocks {
  private static final String COLUMNS =
      """
      SELECT schedule_id, version, status, cursor_at, wake_at, live, waiting, failures, ran,
             succeeded, failed, skipped, cost_nanos, unknown_costs, last_at, last_state, launched
        FROM clock
      """;

  private Clocks() {}

  /** The clocks of a lane that are due, as far as nobody else holds them; the longest due first. */
  static List<Clock> lockDue(Sql sql, Lane lane, Instant now, int limit) throws SQLException {
    var missed = now.minus(Timeline.LATE_AFTER);
    return sql.of(
            COLUMNS
                + " WHERE wake_at >= ? AND wake_at <= ? ORDER BY wake_at LIMIT ?"
                + sql.dialect().lockedIfFree())
        .instant(lane == Lane.LIVE ? missed : Instant.EPOCH)
        .instant(lane == Lane.LIVE ? now : missed.minusMillis(1))
        .integer(limit)
        .list(Clocks::clock);
  }

  /** Locks these clocks in the order of their ids, waiting for those that others hold. */
  static Map<ScheduleId, Clock> lock(Sql sql, Collection<ScheduleId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var distinct = ids.stream().map(ScheduleId::value).distinct().toList();
    return sql
        .of(
            COLUMNS + " WHERE schedule_id IN (%s) ORDER BY schedule_id" + sql.dialect().locked(),
            distinct)
        .list(Clocks::clock)
        .stream()
        .collect(Collectors.toMap(Clock::schedule, clock -> clock, (a, b) -> a, TreeMap::new));
  }

  /** Writes where a clock stands now and what its own gate counts, and so many skipped more. */
  static void save(Sql sql, Clock clock, long skipped) throws SQLException {
    sql.of(
            """
            UPDATE clock SET version = ?, status = ?, cursor_at = ?, wake_at = ?,
                   live = ?, waiting = ?, launched = ?, skipped = skipped + ?
             WHERE schedule_id = ?
            """)
        .integer(clock.version())
        .integer(clock.status().code())
        .instant(clock.cursor())
        .instant(clock.wake())
        .integer(clock.live())
        .integer(clock.waiting())
        .number(clock.launched())
        .number(skipped)
        .id(clock.schedule().value())
        .update();
  }

  /** Writes what the gate of a schedule counts. */
  static void saveGate(Sql sql, Clock clock) throws SQLException {
    sql.of("UPDATE clock SET live = ?, waiting = ? WHERE schedule_id = ?")
        .integer(clock.live())
        .integer(clock.waiting())
        .id(clock.schedule().value())
        .update();
  }

  /** Reads a clock from a row that has its columns. */
  public static Clock clock(Row row) throws SQLException {
    return new Clock(
        new ScheduleId(row.id("schedule_id")),
        row.integer("version"),
        ScheduleStatus.of(row.integer("status")),
        row.instantIfAny("cursor_at"),
        row.instantIfAny("wake_at"),
        row.integer("live"),
        row.integer("waiting"),
        row.number("launched"));
  }

  /** Reads what a schedule has done so far from a row that has the columns of its clock. */
  public static Standing standing(Row row) throws SQLException {
    var state = row.numberIfAny("last_state");
    return new Standing(
        row.number("ran"),
        row.number("succeeded"),
        row.number("failed"),
        row.number("skipped"),
        new Money(row.number("cost_nanos")),
        row.number("unknown_costs"),
        row.instantIfAny("last_at"),
        state.isPresent() ? Optional.of(RunState.of((int) state.getAsLong())) : Optional.empty());
  }
}
