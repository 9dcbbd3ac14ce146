package dev.carillon.store.read;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore.RunQuery;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Query;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Runs, live and in the ledger, as one list. Each table is asked for its newest rows only, by an
 * index that ends in the run id, before the two are merged.
 */
final class RunLines {
  private static final String LIVE =
      """
      SELECT run_id, schedule_id, version, kind, reason, state, nominal_at,
             CAST(NULL AS bigint) AS until_at, CAST(1 AS bigint) AS covers, desired_at, queued_at,
             started_at, CAST(NULL AS bigint) AS completed_at, attempt, epoch, node, target,
             message
        FROM live
      """;

  private static final String LEDGER =
      """
      SELECT run_id, schedule_id, version, kind, reason, state, nominal_at,
             until_at, covers, desired_at, queued_at,
             started_at, completed_at, attempt, epoch, node, target,
             CAST(NULL AS text) AS message
        FROM ledger
      """;

  private static final String SHOWN =
      """
      SELECT r.*, s.name AS schedule_name, n.name AS node_name, d.detail
        FROM (%s) r
        JOIN schedule s ON s.schedule_id = r.schedule_id
        LEFT JOIN node n ON n.node_no = r.node
        LEFT JOIN run_detail d ON d.run_id = r.run_id
       ORDER BY r.run_id DESC
      """;

  private final Sql sql;
  private final Filter filter;
  private final RunQuery query;

  RunLines(Sql sql, Scope scope, RunQuery query) {
    this.sql = sql;
    this.query = query;
    filter = filter(scope, query);
  }

  /** How many there are, counted up to one more than is counted exactly. */
  long total() throws SQLException {
    var most = " LIMIT " + (Page.COUNTED + 1);
    var text =
        "SELECT count(*) AS n FROM (SELECT * FROM (SELECT 1 FROM live"
            + filter.clause()
            + most
            + ") l UNION ALL SELECT * FROM (SELECT 1 FROM ledger"
            + filter.clause()
            + most
            + ") g"
            + most
            + ") counted";
    return filter.bind(filter.bind(sql.of(text))).one(row -> row.number("n")).orElse(0L);
  }

  /** The page that was asked for, and one more if there is one. */
  List<RunRecord> page() throws SQLException {
    var slice = query.slice();
    var narrowed = filter(filter, slice.after());
    var each = slice.offset() + slice.size() + 1;
    var newest = narrowed.clause() + " ORDER BY run_id DESC LIMIT " + each;
    var merged =
        "SELECT * FROM (%s) l UNION ALL SELECT * FROM (%s) g"
            .formatted(LIVE + newest, LEDGER + newest);
    return narrowed
        .bind(narrowed.bind(sql.of(SHOWN.formatted(merged) + " LIMIT ? OFFSET ?")))
        .integer(slice.size() + 1)
        .integer(slice.offset())
        .list(RunRows::read);
  }

  /** One run that the scope sees. */
  static Optional<RunRecord> one(Sql sql, Scope scope, RunId id) throws SQLException {
    var filter = Filter.seenBy(scope).and("run_id = ?", one -> one.id(id.value()));
    var merged = LIVE + filter.clause() + " UNION ALL " + LEDGER + filter.clause();
    return filter.bind(filter.bind(sql.of(SHOWN.formatted(merged)))).one(RunRows::read);
  }

  private static Filter filter(Scope scope, RunQuery query) {
    var filter = Filter.seenBy(scope);
    query.schedule().ifPresent(id -> filter.and("schedule_id = ?", one -> one.id(id.value())));
    query.agent().ifPresent(name -> filter.and("target = ?", one -> one.text(name)));
    query.reason().ifPresent(why -> filter.and("reason = ?", one -> one.text(why.name())));
    query.kind().ifPresent(kind -> filter.and("kind = ?", one -> one.integer(kind.code())));
    query.from().ifPresent(from -> filter.and("desired_at >= ?", one -> one.instant(from)));
    query.to().ifPresent(to -> filter.and("desired_at < ?", one -> one.instant(to)));
    states(filter, query);
    return filter;
  }

  private static void states(Filter filter, RunQuery query) {
    if (!query.states().isEmpty()) {
      var marks = String.join(", ", Collections.nCopies(query.states().size(), "?"));
      filter.and("state IN (" + marks + ")", one -> bind(one, query.states()));
    } else if (!query.everyLine() && query.reason().isEmpty()) {
      filter.and("state NOT IN (16, 17)");
    }
  }

  private static void bind(Query query, List<RunState> states) {
    states.forEach(state -> query.integer(state.code()));
  }

  private static Filter filter(Filter filter, Optional<RunId> after) {
    return after.map(id -> filter.and("run_id < ?", one -> one.id(id.value()))).orElse(filter);
  }
}
