package dev.carillon.store.transaction;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Target;
import dev.carillon.engine.store.NewRun;
import dev.carillon.store.sql.Query;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The rows of {@code live}: writing new runs, locking them in order, taking them out. */
final class LiveRuns {
  private LiveRuns() {}

  /** Under which node and at which time new runs are written. */
  record Writing(int node, Instant now) {}

  /**
   * Writes new runs; answers those that exist already, live or in the ledger, and were therefore
   * not written.
   */
  static List<NewRun> insert(Sql sql, List<NewRun> runs, Writing writing) throws SQLException {
    var counts =
        sql.each(
            """
            INSERT INTO live (run_id, schedule_id, tenant_no, owner_no, version, kind, reason,
                   state, nominal_at, desired_at, queued_at, started_at, epoch, attempt, node,
                   waits_on, order_key, target, message, context)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
             WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE run_id = ?)
            ON CONFLICT (run_id) DO NOTHING
            """,
            runs,
            (query, run) -> fill(query, run, writing));
    var existing = new ArrayList<NewRun>();
    for (var i = 0; i < counts.length; i++) {
      if (counts[i] != 1 && counts[i] != Statement.SUCCESS_NO_INFO) {
        existing.add(runs.get(i));
      }
    }
    return existing;
  }

  private static void fill(Query query, NewRun run, Writing writing) {
    var schedule = run.schedule();
    query
        .id(run.id().value())
        .id(schedule.id().value())
        .integer(schedule.owner().tenant())
        .integer(schedule.owner().user())
        .integer(schedule.version())
        .integer(run.kind().code())
        .text(run.reason().name());
    placement(query, run, writing);
    query
        .text(target(schedule.definition().target()))
        .text(run.input().message())
        .text(run.input().contextJson())
        .id(run.id().value());
  }

  private static void placement(Query query, NewRun run, Writing writing) {
    switch (run.placement()) {
      case NewRun.Placement.Started() ->
          query
              .integer(RunState.RUNNING.code())
              .instant(run.nominal())
              .instant(run.desired())
              .instant(writing.now())
              .instant(writing.now())
              .integer(1)
              .integer(1)
              .number(writing.node())
              .number(OptionalLong.empty())
              .number(0);
      case NewRun.Placement.Queued(var on, var order) ->
          waiting(query, run, writing, new Waiting(RunState.QUEUED, on, order));
      case NewRun.Placement.Delayed(var order) ->
          waiting(query, run, writing, new Waiting(RunState.PENDING, WaitsOn.TIME, order));
    }
  }

  private record Waiting(RunState state, WaitsOn on, long order) {}

  private static void waiting(Query query, NewRun run, Writing writing, Waiting as) {
    query
        .integer(as.state().code())
        .instant(run.nominal())
        .instant(run.desired())
        .instant(writing.now())
        .instant(Optional.empty())
        .integer(0)
        .integer(0)
        .number(OptionalLong.empty())
        .number(as.on().code())
        .number(as.order());
  }

  /** A delayed run whose time has come waits for this now. */
  static void queue(Sql sql, RunId run, WaitsOn on) throws SQLException {
    sql.of("UPDATE live SET state = ?, waits_on = ? WHERE run_id = ?")
        .integer(RunState.QUEUED.code())
        .integer(on.code())
        .id(run.value())
        .update();
  }

  /** The target in one word, by which runs are listed. */
  static String target(Target target) {
    return switch (target) {
      case Target.Agent(var name) -> name;
    };
  }

  /** Reads these runs without locking them. */
  static List<LiveRun> find(Sql sql, Collection<RunId> ids) throws SQLException {
    return ids.isEmpty()
        ? List.of()
        : sql.of(LiveRun.COLUMNS + " WHERE run_id IN (%s)", values(ids)).list(LiveRun::read);
  }

  /** Locks those of these runs that are still live, in the order of their ids. */
  static List<LiveRun> lock(Sql sql, Collection<RunId> ids) throws SQLException {
    return ids.isEmpty()
        ? List.of()
        : sql.of(
                LiveRun.COLUMNS + " WHERE run_id IN (%s) ORDER BY run_id" + sql.dialect().locked(),
                values(ids))
            .list(LiveRun::read);
  }

  /** Takes runs out of {@code live}, whose lines are written in the same transaction. */
  static void delete(Sql sql, List<LiveRun> runs) throws SQLException {
    sql.each("DELETE FROM live WHERE run_id = ?", runs, (query, run) -> query.id(run.id().value()));
  }

  /** Lets a queued run wait for something else. */
  static void waitOn(Sql sql, RunId run, WaitsOn on) throws SQLException {
    sql.of("UPDATE live SET waits_on = ? WHERE run_id = ?")
        .integer(on.code())
        .id(run.value())
        .update();
  }

  private static List<UUID> values(Collection<RunId> ids) {
    return ids.stream().map(RunId::value).toList();
  }
}
