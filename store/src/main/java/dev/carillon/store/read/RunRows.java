package dev.carillon.store.read;

import dev.carillon.core.money.Cost;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.run.Usage;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.json.DetailJson;
import dev.carillon.store.json.DetailJson.Detail;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs as people read them: rows of {@code live} and of {@code ledger}, told in one way. */
final class RunRows {
  private static final int BEGINNING = 200;

  /** A run is in one of the two: one statement sees one state of both. */
  private static final String SELECT =
      """
      SELECT r.*, s.name AS schedule_name, n.name AS node_name, d.detail
        FROM (SELECT run_id, schedule_id, tenant_no, owner_no, version, kind, reason, state,
                     nominal_at, CAST(NULL AS bigint) AS until_at, 1 AS covers, desired_at,
                     queued_at, started_at, CAST(NULL AS bigint) AS completed_at, attempt, epoch, lost,
                     node, target, message, 'unknown' AS cost_source, 0 AS cost_nanos
                FROM live
              UNION ALL
              SELECT run_id, schedule_id, tenant_no, owner_no, version, kind, reason, state,
                     nominal_at, until_at, covers, desired_at,
                     queued_at, started_at, completed_at, attempt, epoch, lost,
                     node, target, CAST(NULL AS text) AS message, cost_source, cost_nanos
                FROM ledger) r
        JOIN schedule s ON s.schedule_id = r.schedule_id
        LEFT JOIN node n ON n.node_no = r.node
        LEFT JOIN run_detail d ON d.run_id = r.run_id
      """;

  private RunRows() {}

  /** One run with all that is known of it, if the scope sees it. */
  static Optional<RunRecord> find(Sql sql, Scope scope, RunId id) throws SQLException {
    var filter = Filter.seenBy(scope, "+r.").and("r.run_id = ?", query -> query.id(id.value()));
    return filter.bind(sql.of(SELECT + filter.clause())).one(row -> read(row, true));
  }

  /** These runs, newest first, as they stand in a list: see {@link ReadStore#runs}. */
  static List<RunRecord> list(Sql sql, List<UUID> ids) throws SQLException {
    return ids.isEmpty()
        ? List.of()
        : sql.of(SELECT + " WHERE r.run_id IN (%s) ORDER BY r.run_id DESC", ids)
            .fewAtOnce()
            .list(row -> read(row, false));
  }

  private static RunRecord read(Row row, boolean whole) throws SQLException {
    var state = RunState.of(row.integer("state"));
    var detail = row.textIfAny("detail").map(text -> DetailJson.read(text, state));
    return new RunRecord(
        new RunId(row.id("run_id")),
        new ScheduleId(row.id("schedule_id")),
        row.text("schedule_name"),
        row.text("target"),
        TriggerKind.of(row.integer("kind")),
        state,
        Reason.valueOf(row.text("reason")),
        times(row),
        row.instantIfAny("until_at"),
        row.number("covers"),
        row.integer("version"),
        row.integer("attempt"),
        row.integer("epoch"),
        row.integer("lost"),
        row.textIfAny("node_name"),
        whole ? query(row, detail) : Optional.empty(),
        detail.map(read -> result(read, whole)),
        usage(row, detail));
  }

  private static RunRecord.Times times(Row row) throws SQLException {
    return new RunRecord.Times(
        row.instantIfAny("nominal_at"),
        row.instant("desired_at"),
        row.instantIfAny("queued_at"),
        row.instantIfAny("started_at"),
        row.instantIfAny("completed_at"));
  }

  private static Optional<String> query(Row row, Optional<Detail> detail) throws SQLException {
    var asked = row.textIfAny("message");
    return asked.isPresent() ? asked : detail.map(read -> read.input().message());
  }

  private static RunRecord.Result result(Detail detail, boolean whole) {
    var ending = detail.ending();
    return new RunRecord.Result(
        ending.failure(),
        ending.message(),
        ending.answer().text().map(text -> whole ? text : beginning(text)),
        ending.answer().sessionId(),
        whole ? ending.answer().toolCalls() : List.of());
  }

  private static String beginning(String text) {
    return text.codePointCount(0, text.length()) <= BEGINNING
        ? text
        : text.substring(0, text.offsetByCodePoints(0, BEGINNING));
  }

  /** The line has the last word on the cost: it may be reported later than the rest. */
  private static Usage usage(Row row, Optional<Detail> detail) throws SQLException {
    var cost = Cost.of(row.text("cost_source"), row.number("cost_nanos"));
    var told = detail.map(read -> read.ending().answer().usage()).orElse(Usage.NONE);
    return new Usage(
        cost, told.tokens(), told.model(), told.provider(), told.contextUsed(), told.contextMax());
  }
}
