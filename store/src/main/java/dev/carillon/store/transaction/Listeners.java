package dev.carillon.store.transaction;

import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Which schedules wait for which event, and which run after which others. */
final class Listeners {
  private Listeners() {}

  /** Writes what a schedule waits for, in place of what it waited for before. */
  static void save(Sql sql, Schedule schedule) throws SQLException {
    forget(sql, schedule.id());
    switch (schedule.definition().trigger()) {
      case Trigger.Event(var name, var filter) ->
          sql.of(
                  "INSERT INTO event_listener (tenant_no, name, schedule_id, owner_no)"
                      + " VALUES (?, ?, ?, ?)")
              .integer(schedule.owner().tenant())
              .text(name)
              .id(schedule.id().value())
              .integer(schedule.owner().user())
              .update();
      case Trigger.After after ->
          sql.each(
              "INSERT INTO follower (followed_id, schedule_id, awaited) VALUES (?, ?, ?)",
              after.schedules(),
              (query, followed) ->
                  query.id(followed.value()).id(schedule.id().value()).integer(after.on().code()));
      case Trigger.Manual _,
          Trigger.Cron _,
          Trigger.Every _,
          Trigger.Once _,
          Trigger.Dates _,
          Trigger.Recurring _ -> {}
    }
  }

  /** A schedule waits for nothing any more. */
  static void forget(Sql sql, ScheduleId schedule) throws SQLException {
    for (var table : List.of("event_listener", "follower", "heard")) {
      sql.of("DELETE FROM " + table + " WHERE schedule_id = ?").id(schedule.value()).update();
    }
  }

  /** Whether the schedule would run after itself, by however many others. */
  static boolean makesCircle(Sql sql, Schedule schedule) throws SQLException {
    if (!(schedule.definition().trigger() instanceof Trigger.After after)) {
      return false;
    }
    // One at a time in each tenant, or two that do not see each other make a circle together.
    sql.of("SELECT tenant_no FROM tenant WHERE tenant_no = ?" + sql.dialect().locked())
        .integer(schedule.owner().tenant())
        .any();
    return sql.of(
            """
            WITH RECURSIVE upstream (schedule_id) AS (
              SELECT schedule_id FROM schedule WHERE schedule_id IN (%s)
               UNION
              SELECT f.followed_id FROM follower f JOIN upstream u ON u.schedule_id = f.schedule_id)
            SELECT 1 FROM upstream WHERE schedule_id = ?
            """,
            values(after.schedules()))
        .id(schedule.id().value())
        .any();
  }

  private static List<UUID> values(List<ScheduleId> ids) {
    return ids.stream().map(ScheduleId::value).toList();
  }
}
