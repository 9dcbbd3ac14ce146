package dev.carillon.store.transaction;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.Lost;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.OnLost;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.LostRule;
import dev.carillon.engine.store.PlaceRule;
import dev.carillon.engine.store.RescueStore;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.store.transaction.Ledger.Closing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Takes over what dead nodes were running, in one transaction. */
public final class Rescue implements RescueStore {
  private final Transactions transactions;
  private final Schedules schedules;

  Rescue(Transactions transactions, Schedules schedules) {
    this.transactions = transactions;
    this.schedules = schedules;
  }

  @Override
  public int rescue(int limit, LostRule lost, PlaceRule place) {
    var closer = new Closer(new Places(schedules, place));
    return transactions.write(
        Lane.SETTLE, sql -> takeOver(sql, ofDeadNodes(sql, limit), lost, closer));
  }

  @Override
  public int takeBack(int node, List<Held> cutOff, LostRule lost, PlaceRule place) {
    var closer = new Closer(new Places(schedules, place));
    return transactions.write(
        Lane.SETTLE, sql -> takeOver(sql, stillHeld(sql, node, cutOff), lost, closer));
  }

  /** Those of these runs that this node holds under these epochs. */
  private static List<LiveRun> stillHeld(Sql sql, int node, List<Held> held) throws SQLException {
    return LiveRuns.find(sql, held.stream().map(Held::run).toList()).stream()
        .filter(run -> run.state() == RunState.RUNNING)
        .filter(run -> run.node().equals(OptionalLong.of(node)))
        .filter(run -> held.contains(new Held(run.id(), run.epoch())))
        .toList();
  }

  private int takeOver(Sql sql, List<LiveRun> found, LostRule rule, Closer closer)
      throws SQLException {
    if (found.isEmpty()) {
      return 0;
    }
    var clocks = Clocks.lock(sql, found.stream().map(LiveRun::schedule).toList());
    var held = found.stream().collect(Collectors.toMap(LiveRun::id, LiveRun::epoch));
    var ended = new ArrayList<Closing>();
    for (var run : LiveRuns.lock(sql, Claim.ids(found))) {
      if (run.state() == RunState.RUNNING
          && Integer.valueOf(run.epoch()).equals(held.get(run.id()))) {
        switch (rule.decide(policy(sql, run), run.lost())) {
          case Lost.Again() -> queueAgain(sql, run.id(), 1);
          case Lost.Ended(var ending) ->
              // A newer epoch on the line refuses the late answer of the dead node.
              ended.add(new Closing(run, run.epoch() + 1, Reason.NODE_LOST, ending));
        }
      }
    }
    closer.close(sql, clocks, ended, sql.now());
    return found.size();
  }

  @Override
  public List<Held> held(int node) {
    return transactions.read(
        Lane.SETTLE,
        sql ->
            sql.of("SELECT run_id, epoch FROM live WHERE state = 3 AND node = ?")
                .integer(node)
                .list(row -> new Held(new RunId(row.id("run_id")), row.integer("epoch"))));
  }

  @Override
  public int requeue(int node, List<Held> orphans) {
    return transactions.write(
        Lane.SETTLE,
        sql -> {
          var queued = 0;
          for (var run : LiveRuns.lock(sql, orphans.stream().map(Held::run).toList())) {
            if (run.state() == RunState.RUNNING
                && run.node().equals(OptionalLong.of(node))
                && orphans.contains(new Held(run.id(), run.epoch()))) {
              queueAgain(sql, run.id(), 0);
              queued++;
            }
          }
          return queued;
        });
  }

  /** A definition that cannot be read is refused when the run is claimed, with its reason. */
  private OnLost policy(Sql sql, LiveRun run) throws SQLException {
    return schedules
        .readable(sql, run.schedule(), run.version())
        .map(schedule -> schedule.definition().policies().onLost())
        .orElse(OnLost.RETRY);
  }

  private static List<LiveRun> ofDeadNodes(Sql sql, int limit) throws SQLException {
    return sql.of(
            LiveRun.COLUMNS
                + """
                 WHERE state = 3 AND node IS NOT NULL
                   AND EXISTS (SELECT 1 FROM node n WHERE n.node_no = live.node AND NOT n.alive)
                 LIMIT ?
                """)
        .integer(limit)
        .list(LiveRun::read);
  }

  /** Queued for any node under a newer epoch; its place and the time of its start it keeps. */
  private static void queueAgain(Sql sql, RunId run, int lost) throws SQLException {
    sql.of(
            """
            UPDATE live SET state = ?, waits_on = ?, node = NULL, epoch = epoch + 1,
                   lost = lost + ?
             WHERE run_id = ?
            """)
        .integer(RunState.QUEUED.code())
        .integer(WaitsOn.ANY_NODE.code())
        .integer(lost)
        .id(run.value())
        .update();
  }
}
