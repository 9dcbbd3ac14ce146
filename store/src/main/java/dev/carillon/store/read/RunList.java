package dev.carillon.store.read;

import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore.RunQuery;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.read.Slicing.Ids;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Query;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs and lines that a scope sees, newest first by their ids.
 *
 * <p>Measured with 200,000 lines, 50,000 of them of one schedule, in ms, SQLite / PostgreSQL: the
 * ids of a page of a schedule, an owner or a tenant, of few or of many 0.2 / 0.3; their count 3 /
 * 4; what failed 0.3 / 0.3. What no index is led by (an agent without runs, no occurrence missed)
 * walks the scope: 25 to 180 / 30 to 100.
 */
final class RunList {
  private final Sql sql;
  private final Scope scope;
  private final RunQuery query;

  RunList(Sql sql, Scope scope, RunQuery query) {
    this.sql = sql;
    this.scope = scope;
    this.query = query;
  }

  Page<RunRecord> page() throws SQLException {
    if (query.schedule().isPresent() && !sees(sql, scope, query.schedule().get())) {
      return new Page<>(List.of(), 0, false);
    }
    var ids = ids();
    var length = Slicing.length(query.slice(), ids);
    var total = length.isPresent() ? length.getAsLong() : count();
    return new Page<>(RunRows.list(sql, ids.ids()), total, ids.more());
  }

  /** Without this, one who guesses the id of a foreign schedule makes us walk all its lines. */
  static boolean sees(Sql sql, Scope scope, ScheduleId schedule) throws SQLException {
    var filter = Filter.seenBy(scope).and("schedule_id = ?", bound -> bound.id(schedule.value()));
    return filter.bind(sql.of("SELECT 1 AS n FROM schedule" + filter.clause())).any();
  }

  private Ids ids() throws SQLException {
    var parts = parts(true);
    var text =
        parts.stream()
            .map(part -> "SELECT run_id AS id FROM (" + part.page() + ") " + part.table())
            .collect(Collectors.joining(" UNION ALL "));
    return Slicing.cut(
        bind(sql.of(text + " ORDER BY id DESC LIMIT ? OFFSET ?"), parts), query.slice());
  }

  private long count() throws SQLException {
    var parts = parts(false);
    var text =
        parts.stream()
            .map(part -> "SELECT 1 FROM " + part.table() + part.filter().clause())
            .collect(Collectors.joining(" UNION ALL "));
    return Slicing.number(bind(sql.of(Slicing.counting(text)), parts));
  }

  private static Query bind(Query statement, List<Part> parts) {
    parts.forEach(part -> part.filter().bind(statement));
    return statement;
  }

  /** The rows of one of the two tables. */
  private record Part(String table, Filter filter, String order, int reach) {
    String page() {
      return "SELECT run_id FROM %s%s ORDER BY %s LIMIT %d"
          .formatted(table, filter.clause(), order, reach);
    }
  }

  /** The tables that can hold what is asked for. */
  private List<Part> parts(boolean ofPage) {
    var parts = new ArrayList<Part>();
    if (asksFor(false)) {
      parts.add(new Part("live", live(ofPage), "run_id DESC", Slicing.reach(query.slice())));
    }
    if (asksFor(true)) {
      parts.add(
          new Part(
              "ledger",
              ledger(ofPage),
              leads() + " DESC, run_id DESC",
              Slicing.reach(query.slice())));
    }
    if (asksFor(true) && query.from().isPresent() && asksForRanges()) {
      parts.add(
          new Part(
              "ledger",
              reaching(query.from().get(), ofPage),
              // The first keeps PostgreSQL from walking all ids to find the few.
              "until_at IS NULL, run_id DESC",
              Slicing.reach(query.slice())));
    }
    return parts;
  }

  /** Only occurrences that did not run are gathered in one line. */
  private boolean asksForRanges() {
    return query.everyLine() || query.reason().isPresent() || !query.states().isEmpty();
  }

  /** The lines of ranges that began before the window and reach into it. */
  private Filter reaching(Instant from, boolean ofPage) {
    var filter =
        new Filter()
            .and("until_at >= ?", bound -> bound.instant(from))
            .and("run_id < ?", id(first(from)));
    query.schedule().ifPresent(id -> filter.and("schedule_id = ?", bound -> bound.id(id.value())));
    return matching(seen(filter), ofPage);
  }

  private boolean asksFor(boolean ended) {
    return query.states().isEmpty()
        || query.states().stream().anyMatch(state -> state.ended() == ended);
  }

  /** There are few live runs, and none of their indexes is led by a tenant. */
  private Filter live(boolean ofPage) {
    var filter = new Filter();
    query.schedule().ifPresent(id -> filter.and("schedule_id = ?", bound -> bound.id(id.value())));
    return common(seen(filter), ofPage);
  }

  private Filter ledger(boolean ofPage) {
    var filter = common(led(), ofPage);
    if (query.states().isEmpty() && query.reason().isEmpty() && !query.everyLine()) {
      filter.and("state < " + RunState.SKIPPED.code());
    }
    if (!query.states().isEmpty() && query.states().stream().allMatch(RunList::inTrouble)) {
      filter.and("state > 11 AND state < 16");
    }
    return filter;
  }

  /** The states of the index of what is in trouble, which both databases must find in the text. */
  private static boolean inTrouble(RunState state) {
    return state.code() > RunState.SUCCEEDED.code() && state.code() < RunState.SKIPPED.code();
  }

  private String leads() {
    return query.schedule().isPresent() ? "schedule_id" : Filter.leader(scope, "");
  }

  private Filter led() {
    return query
        .schedule()
        .map(id -> new Filter().and("schedule_id IN (?, ?)", twice(id.value())))
        .map(this::seen)
        .orElseGet(() -> Filter.ledBy(scope, ""));
  }

  private static Consumer<Query> twice(UUID id) {
    return bound -> bound.id(id).id(id);
  }

  private Filter seen(Filter filter) {
    filter.and("+tenant_no = ?", bound -> bound.integer(scope.tenant()));
    scope.user().ifPresent(user -> filter.and("+owner_no = ?", bound -> bound.integer(user)));
    return filter;
  }

  private Filter common(Filter filter, boolean ofPage) {
    query.from().ifPresent(from -> filter.and("run_id >= ?", id(first(from))));
    return matching(filter, ofPage);
  }

  private Filter matching(Filter filter, boolean ofPage) {
    query.to().ifPresent(to -> filter.and("run_id < ?", id(first(to))));
    if (ofPage) {
      query.slice().after().ifPresent(key -> filter.and("run_id < ?", id(key.value())));
    }
    if (!query.states().isEmpty()) {
      filter.and("state IN (" + codes() + ")");
    }
    query.agent().ifPresent(agent -> filter.and("target = ?", bound -> bound.text(agent)));
    query
        .reason()
        .ifPresent(reason -> filter.and("reason = ?", bound -> bound.text(reason.name())));
    query.kind().ifPresent(kind -> filter.and("kind = " + kind.code()));
    return filter;
  }

  private String codes() {
    return query.states().stream()
        .distinct()
        .map(state -> String.valueOf(state.code()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Consumer<Query> id(UUID id) {
    return bound -> bound.id(id);
  }

  /** The smallest id of a run of this millisecond: an id begins with 48 bits of them. */
  private static UUID first(Instant at) {
    var millis = Math.clamp(at.toEpochMilli(), 0, (1L << 48) - 1);
    return new UUID(millis << 16, 0);
  }
}
