package dev.carillon.store.transaction;

import dev.carillon.core.admission.Admission;
import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunRules;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Reason;
import dev.carillon.core.timeline.Timeline;
import dev.carillon.engine.store.ClaimRule;
import dev.carillon.engine.store.ClaimStore;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.store.transaction.Ledger.Closing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes queued runs for a node in one transaction. */
public final class Claim implements ClaimStore {
  private final Transactions transactions;
  private final Schedules schedules;
  private final Closer closer;
  private final PostponedRuns postponed;

  Claim(Transactions transactions, Schedules schedules, Closer closer) {
    this.transactions = transactions;
    this.schedules = schedules;
    this.closer = closer;
    postponed = new PostponedRuns(schedules, closer);
  }

  @Override
  public Claimed claim(int node, int room, ClaimRule rule) {
    return transactions.write(Lane.PLAN, sql -> claim(sql, node, room, rule));
  }

  private Claimed claim(Sql sql, int node, int room, ClaimRule rule) throws SQLException {
    Nodes.requireAlive(sql, node);
    if (postponed.queue(sql, room)) {
      return new Claimed(List.of(), true);
    }
    var candidates = candidates(sql, room);
    if (candidates.isEmpty()) {
      return Claimed.NOTHING;
    }
    var clocks = Clocks.lock(sql, candidates.stream().map(LiveRun::schedule).toList());
    var locked =
        LiveRuns.lock(sql, ids(candidates)).stream()
            .collect(Collectors.toMap(LiveRun::id, run -> run));
    var now = sql.now();
    var started = new ArrayList<StartedRun>();
    var refused = new ArrayList<Closing>();
    for (var candidate : candidates) {
      var run = locked.get(candidate.id());
      if (run == null || !waitsForANode(run)) {
        continue;
      }
      switch (rule.decide(run.kind(), status(clocks, run))) {
        case Admission.Start() -> {
          var schedule = schedules.readable(sql, run.schedule(), run.version());
          if (schedule.isPresent()) {
            started.add(start(sql, run, schedule.get(), new LiveRuns.Writing(node, now)));
          } else {
            refused.add(refusal(run, Reason.QUARANTINED));
          }
        }
        case Admission.Wait(var on) -> LiveRuns.waitOn(sql, run.id(), on);
        case Admission.Refuse(var reason) -> refused.add(refusal(run, reason));
      }
    }
    closer.close(sql, clocks, refused, now);
    return new Claimed(started, candidates.size() == room);
  }

  /** Runs that wait for any node, in their order; not locked yet. */
  private static List<LiveRun> candidates(Sql sql, int room) throws SQLException {
    return sql.of(
            LiveRun.COLUMNS
                + " WHERE state = 2 AND waits_on = 0 ORDER BY order_key, run_id LIMIT ?")
        .integer(room)
        .list(LiveRun::read);
  }

  /** Whether it still waits, now that it is locked: another node may have been faster. */
  private static boolean waitsForANode(LiveRun run) {
    return run.state() == RunState.QUEUED
        && run.waitsOn().isPresent()
        && run.waitsOn().getAsLong() == WaitsOn.ANY_NODE.code();
  }

  private static ScheduleStatus status(Map<ScheduleId, Clock> clocks, LiveRun run) {
    return Optional.ofNullable(clocks.get(run.schedule()))
        .map(Clock::status)
        .orElseThrow(
            () -> new IllegalStateException("run " + run.id() + " has no clock of its schedule"));
  }

  private static StartedRun start(Sql sql, LiveRun run, Schedule schedule, LiveRuns.Writing writing)
      throws SQLException {
    // A run that a lost node had begun keeps the time at which it was first called.
    var begun = run.started().orElse(writing.now());
    // To call it again after a loss is no further attempt.
    var attempt = Math.max(1, run.attempt());
    sql.of(
            """
            UPDATE live SET state = ?, reason = ?, node = ?, epoch = epoch + 1, started_at = ?,
                   attempt = ?, waits_on = NULL
             WHERE run_id = ?
            """)
        .integer(RunState.RUNNING.code())
        .text(Timeline.whenBegun(run.reason(), run.desired(), begun).name())
        .integer(writing.node())
        .instant(begun)
        .integer(attempt)
        .id(run.id().value())
        .update();
    return new StartedRun(
        run.id(),
        run.epoch() + 1,
        attempt,
        schedule,
        run.kind(),
        run.nominal(),
        run.desired(),
        run.input());
  }

  /** A queued run that ends because it may not start. */
  static Closing refusal(LiveRun run, Reason reason) {
    return new Closing(
        run, run.epoch(), reason, RunRules.refused(run.started().isPresent(), reason.words()));
  }

  /** The ids of these runs. */
  static List<RunId> ids(List<LiveRun> runs) {
    return runs.stream().map(LiveRun::id).toList();
  }
}
