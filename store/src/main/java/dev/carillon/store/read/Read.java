package dev.carillon.store.read;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.transaction.Entries;
import dev.carillon.store.transaction.Schedules;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers questions about schedules and runs. */
public final class Read implements ReadStore {
  private final Transactions transactions;
  private final Schedules schedules;

  public Read(Transactions transactions, Schedules schedules) {
    this.transactions = transactions;
    this.schedules = schedules;
  }

  @Override
  public Instant now() {
    return transactions.read(Sql::now);
  }

  @Override
  public Page<Entry> schedules(Scope scope, ScheduleQuery query) {
    return transactions.read(sql -> schedules(sql, scope, query));
  }

  private Page<Entry> schedules(Sql sql, Scope scope, ScheduleQuery query) throws SQLException {
    var matching = matching(scope, query);
    var total =
        matching
            .bind(
                sql.of(
                    "SELECT count(*) AS n FROM (SELECT 1 FROM schedule s JOIN clock c ON"
                        + " c.schedule_id = s.schedule_id"
                        + matching.clause()
                        + " LIMIT "
                        + (Page.COUNTED + 1)
                        + ") counted"))
            .one(row -> row.number("n"))
            .orElse(0L);
    query
        .slice()
        .after()
        .ifPresent(key ->
            matching.and(
                "(s.created_at, s.schedule_id) < (?, ?)",
                one -> one.instant(key.createdAt()).id(key.id().value())));
    var found =
        matching
            .bind(
                sql.of(
                    Entries.COLUMNS
                        + matching.clause()
                        + " ORDER BY s.created_at DESC, s.schedule_id DESC LIMIT ? OFFSET ?"))
            .integer(query.slice().size() + 1)
            .integer(query.slice().offset())
            .list(row -> Entries.read(sql, schedules, row));
    return page(found, total, query.slice().size());
  }

  private static Filter matching(Scope scope, ScheduleQuery query) {
    var filter = Filter.seenBy(scope, "s.").and("c.status <> 5");
    query
        .status()
        .ifPresent(status -> filter.and("c.status = ?", one -> one.integer(status.code())));
    query
        .search()
        .ifPresent(
            part -> filter.and("lower(s.name) LIKE ? ESCAPE '!'", one -> one.text(like(part))));
    return filter;
  }

  /** A pattern that means this part literally, in any case. */
  private static String like(String part) {
    var literal = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal.toLowerCase(Locale.ROOT) + "%";
  }

  @Override
  public Optional<Entry> schedule(Scope scope, ScheduleId id) {
    var filter =
        Filter.seenBy(scope, "s.")
            .and("s.schedule_id = ?", one -> one.id(id.value()))
            .and("c.status <> 5");
    return transactions.read(sql ->
        filter
            .bind(sql.of(Entries.COLUMNS + filter.clause()))
            .one(row -> Entries.read(sql, schedules, row)));
  }

  @Override
  public Page<RunRecord> runs(Scope scope, RunQuery query) {
    return transactions.read(sql -> {
      var runs = new RunLines(sql, scope, query);
      return page(runs.page(), runs.total(), query.slice().size());
    });
  }

  @Override
  public Optional<RunRecord> run(Scope scope, RunId id) {
    return transactions.read(sql -> RunLines.one(sql, scope, id));
  }

  private static <T> Page<T> page(List<T> found, long total, int size) {
    var more = found.size() > size;
    return new Page<>(more ? found.subList(0, size) : found, total, more);
  }
}
