package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.PlaceRule;
import dev.carillon.engine.store.SettleStore;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.store.transaction.Ledger.Closing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Moves ended runs from {@code live} to {@code ledger} in one transaction, fenced by epoch. */
public final class Settle implements SettleStore {
  private final Transactions transactions;
  private final Schedules schedules;

  Settle(Transactions transactions, Schedules schedules) {
    this.transactions = transactions;
    this.schedules = schedules;
  }

  @Override
  public Settled settle(List<Ended> batch, PlaceRule rule) {
    var closer = new Closer(new Places(schedules, rule));
    return transactions.write(Lane.SETTLE, sql -> settle(sql, batch, closer));
  }

  private static Settled settle(Sql sql, List<Ended> batch, Closer closer) throws SQLException {
    var ids = batch.stream().map(Ended::run).toList();
    var clocks = Clocks.lock(sql, LiveRuns.find(sql, ids).stream().map(LiveRun::schedule).toList());
    var live = LiveRuns.lock(sql, ids).stream().collect(Collectors.toMap(LiveRun::id, run -> run));
    var closings = closings(batch, live);
    var closed = closer.close(sql, clocks, closings, sql.now());
    var done = closings.stream().map(closing -> closing.run().id()).collect(Collectors.toSet());
    done.addAll(settledBefore(sql, batch, done));
    return new Settled(
        ids.stream().filter(done::contains).toList(),
        ids.stream().filter(id -> !done.contains(id)).toList(),
        closed.handedOn(),
        closed.signals());
  }

  /** Those that are still running under the epoch that was sent, each once. */
  private static List<Closing> closings(List<Ended> batch, Map<RunId, LiveRun> live) {
    var closings = new ArrayList<Closing>();
    for (var ended : batch) {
      var run = live.get(ended.run());
      if (run != null && run.state() == RunState.RUNNING && run.epoch() == ended.epoch()) {
        live.remove(ended.run());
        closings.add(new Closing(run, run.epoch(), run.reason(), ended.ending()));
      }
    }
    return closings;
  }

  /** Those of the others whose line carries the epoch that was sent: this batch was sent before. */
  private static Set<RunId> settledBefore(Sql sql, List<Ended> batch, Set<RunId> done)
      throws SQLException {
    var missing = batch.stream().filter(ended -> !done.contains(ended.run())).toList();
    if (missing.isEmpty()) {
      return Set.of();
    }
    var epochs = new HashMap<RunId, Integer>();
    sql.of(
            "SELECT run_id, epoch FROM ledger WHERE run_id IN (%s)",
            missing.stream().map(ended -> ended.run().value()).toList())
        .list(row -> epochs.put(new RunId(row.id("run_id")), row.integer("epoch")));
    var before = new HashSet<RunId>();
    for (var ended : missing) {
      if (Integer.valueOf(ended.epoch()).equals(epochs.get(ended.run()))) {
        before.add(ended.run());
      }
    }
    return before;
  }
}
