package dev.carillon.store.transaction;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Clock;
import dev.carillon.engine.store.NewRun;
import dev.carillon.engine.store.PlaceRule;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The schedule's own gate: whoever lowers {@code clock.live} looks, in that transaction, for the
 * run that waits next. Called with the clock locked.
 */
final class Places {
  private final Schedules schedules;
  private final PlaceRule rule;

  Places(Schedules schedules, PlaceRule rule) {
    this.schedules = schedules;
    this.rule = rule;
  }

  /** Hands free places to waiting runs, in their order; answers the clock after that. */
  Clock handOn(Sql sql, Clock clock) throws SQLException {
    var now = clock;
    var overlap = clock.waiting() > 0 ? overlap(sql, clock) : Optional.<OverlapPolicy>empty();
    while (overlap.isPresent() && now.waiting() > 0 && rule.free(overlap.get(), now.live())) {
      var next = next(sql, now);
      if (next.isEmpty()) {
        break;
      }
      LiveRuns.waitOn(sql, next.get(), turn(now));
      now = now.holding(now.live() + 1, now.waiting() - 1);
    }
    return now;
  }

  /** How many places were handed on between the two. */
  static int handed(Clock before, Clock after) {
    return before.waiting() - after.waiting();
  }

  /** The clock without the place that a run of this placement takes. */
  static Clock without(Clock clock, NewRun.Placement placement) {
    return switch (placement) {
      case NewRun.Placement.Queued(var on, var order) when on == WaitsOn.OWN_CLOCK ->
          clock.holding(clock.live(), clock.waiting() - 1);
      case NewRun.Placement.Queued queued -> clock.holding(clock.live() - 1, clock.waiting());
      case NewRun.Placement.Started started -> clock.holding(clock.live() - 1, clock.waiting());
      case NewRun.Placement.Delayed delayed -> clock;
    };
  }

  /** The clock with the place that a run of this placement takes. */
  static Clock with(Clock clock, NewRun.Placement placement) {
    return switch (placement) {
      case NewRun.Placement.Queued(var on, var order) when on == WaitsOn.OWN_CLOCK ->
          clock.holding(clock.live(), clock.waiting() + 1);
      case NewRun.Placement.Queued queued -> clock.holding(clock.live() + 1, clock.waiting());
      case NewRun.Placement.Started started -> clock.holding(clock.live() + 1, clock.waiting());
      case NewRun.Placement.Delayed delayed -> clock;
    };
  }

  /** Empty when the definition cannot be read: then what waits goes on when it is mended. */
  private Optional<OverlapPolicy> overlap(Sql sql, Clock clock) throws SQLException {
    return schedules
        .readable(sql, clock.schedule(), clock.version())
        .map(schedule -> schedule.definition().policies().overlap());
  }

  /** A paused schedule's run has its place, and waits for the end of the pause with it. */
  private static WaitsOn turn(Clock clock) {
    return clock.status() == ScheduleStatus.ACTIVE || clock.status() == ScheduleStatus.ENDED
        ? WaitsOn.ANY_NODE
        : WaitsOn.RESUME;
  }

  private static Optional<RunId> next(Sql sql, Clock clock) throws SQLException {
    return sql.of(
            """
            SELECT run_id FROM live
             WHERE schedule_id = ? AND state = 2 AND waits_on = -1
             ORDER BY order_key, run_id LIMIT 1
            """)
        .id(clock.schedule().value())
        .one(row -> new RunId(row.id("run_id")));
  }
}
