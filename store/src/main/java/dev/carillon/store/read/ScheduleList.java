package dev.carillon.store.read;

import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore.ScheduleQuery;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.read.Slicing.Ids;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Folded;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.transaction.Entries;
import dev.carillon.store.transaction.Schedules;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The schedules that a scope sees, without deleted ones, newest first.
 *
 * <p>Measured with 100,000 schedules, in ms, SQLite / PostgreSQL: the ids of a page 0.2 / 0.4, the
 * count 1 / 1.5, the count of a search that finds nothing 20 / 20; the 5,000 paused ones 17 / 27.
 */
final class ScheduleList {
  private static final String ORDER = "s.created_at DESC, s.schedule_id DESC";

  private final Sql sql;
  private final Schedules schedules;
  private final Scope scope;
  private final ScheduleQuery query;

  ScheduleList(Sql sql, Schedules schedules, Scope scope, ScheduleQuery query) {
    this.sql = sql;
    this.schedules = schedules;
    this.scope = scope;
    this.query = query;
  }

  static Optional<Entry> find(Sql sql, Schedules schedules, Scope scope, ScheduleId id)
      throws SQLException {
    var filter =
        Filter.seenBy(scope, "s.")
            .and("s.schedule_id = ?", query -> query.id(id.value()))
            .and("s.deleted_at IS NULL");
    return filter
        .bind(sql.of(Entries.COLUMNS + filter.clause()))
        .one(row -> Entries.read(sql, schedules, row));
  }

  Page<Entry> page() throws SQLException {
    var ids = ids();
    var length = Slicing.length(query.slice(), ids);
    var total = length.isPresent() ? length.getAsLong() : count();
    return new Page<>(entries(ids.ids()), total, ids.more());
  }

  private Ids ids() throws SQLException {
    var filter = matches();
    query
        .slice()
        .after()
        .ifPresent(key ->
            filter.and(
                "(s.created_at, s.schedule_id) < (?, ?)",
                bound -> bound.instant(key.createdAt()).id(key.id().value())));
    var text =
        """
        SELECT schedule_id AS id
          FROM (SELECT s.schedule_id, s.created_at FROM %s%s ORDER BY %s, %s LIMIT %d) s
         ORDER BY %s
         LIMIT ? OFFSET ?
        """
            .formatted(
                tables(),
                filter.clause(),
                Filter.leader(scope, "s.") + " DESC",
                ORDER,
                Slicing.reach(query.slice()),
                ORDER);
    return Slicing.cut(filter.bind(sql.of(text)), query.slice());
  }

  private long count() throws SQLException {
    var filter = matches();
    var text = Slicing.counting("SELECT 1 FROM " + tables() + filter.clause());
    return Slicing.number(filter.bind(sql.of(text)));
  }

  private List<Entry> entries(List<UUID> ids) throws SQLException {
    return ids.isEmpty()
        ? List.of()
        : sql.of(Entries.COLUMNS + " WHERE c.schedule_id IN (%s) ORDER BY " + ORDER, ids)
            .list(this::entry);
  }

  private Entry entry(Row row) throws SQLException {
    return Entries.read(sql, schedules, row).withoutInput();
  }

  /** A CROSS JOIN, because SQLite then begins with the few clocks that are at rest. */
  private String tables() {
    return query.status().isEmpty()
        ? "schedule s"
        : byStatus() ? "clock c CROSS JOIN schedule s" : "schedule s CROSS JOIN clock c";
  }

  /** Active schedules are many: they are met on the way. Others are found by their status. */
  private boolean byStatus() {
    return query.status().filter(status -> status != ScheduleStatus.ACTIVE).isPresent();
  }

  private Filter matches() {
    var filter = Filter.ledBy(scope, "s.").and("s.deleted_at IS NULL");
    query.status().ifPresent(status -> inStatus(filter, status));
    query
        .search()
        .ifPresent(search ->
            filter.and("s.name_folded LIKE ? ESCAPE '!'", bound -> bound.text(pattern(search))));
    return filter;
  }

  private void inStatus(Filter filter, ScheduleStatus status) {
    filter.and("c.schedule_id = s.schedule_id").and("c.status = " + status.code());
    if (byStatus()) {
      filter
          .and("c.status <> " + ScheduleStatus.ACTIVE.code())
          .and("c.tenant_no = ?", bound -> bound.integer(scope.tenant()));
    }
  }

  /** A part of the name, whatever stands in it. */
  private static String pattern(String search) {
    return "%" + Folded.of(search).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
