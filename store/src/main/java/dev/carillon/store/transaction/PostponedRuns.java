package dev.carillon.store.transaction;

import dev.carillon.core.admission.Admission;
import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Reason;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.transaction.Ledger.Closing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The delayed runs whose time has come: each passes its schedule's own gate now, under the lock of
 * its clock, and is queued or ended. A later claim starts them.
 */
final class PostponedRuns {
  private final Schedules schedules;
  private final Closer closer;

  PostponedRuns(Schedules schedules, Closer closer) {
    this.schedules = schedules;
    this.closer = closer;
  }

  /** Queues those that are due, at most so many; answers whether there were any. */
  boolean queue(Sql sql, int most) throws SQLException {
    var due = due(sql, most);
    if (due.isEmpty()) {
      return false;
    }
    var clocks = new TreeMap<>(Clocks.lock(sql, due.stream().map(LiveRun::schedule).toList()));
    var locked =
        LiveRuns.lock(sql, Claim.ids(due)).stream()
            .collect(Collectors.toMap(LiveRun::id, run -> run));
    var refused = new ArrayList<Closing>();
    for (var candidate : due) {
      var run = locked.get(candidate.id());
      if (run != null && run.state() == RunState.PENDING) {
        admit(sql, run, clocks, refused);
      }
    }
    closer.close(sql, clocks, refused, sql.now());
    return true;
  }

  private void admit(Sql sql, LiveRun run, Map<ScheduleId, Clock> clocks, List<Closing> refused)
      throws SQLException {
    var clock = clocks.get(run.schedule());
    var schedule = schedules.readable(sql, run.schedule(), run.version());
    if (clock == null || schedule.isEmpty()) {
      refused.add(Claim.refusal(run, Reason.QUARANTINED));
      return;
    }
    var overlap = schedule.get().definition().policies().overlap();
    var bounds = new Gatekeeper.Bounds(overlap, clock.live(), clock.waiting(), false);
    var admission = Gatekeeper.onCreation(run.kind(), bounds);
    switch (admission) {
      case Admission.Start() ->
          throw new IllegalStateException("run " + run.id() + " starts without room");
      case Admission.Wait(var on) -> LiveRuns.queue(sql, run.id(), on);
      case Admission.Refuse(var reason) -> refused.add(Claim.refusal(run, reason));
    }
    var counted = Gatekeeper.counted(clock, admission);
    clocks.put(run.schedule(), counted);
    Clocks.saveGate(sql, counted);
  }

  private static List<LiveRun> due(Sql sql, int most) throws SQLException {
    return sql.of(
            LiveRun.COLUMNS
                + " WHERE state = 1 AND desired_at <= ? ORDER BY desired_at, run_id LIMIT ?")
        .instant(sql.now())
        .integer(most)
        .list(LiveRun::read);
  }
}
