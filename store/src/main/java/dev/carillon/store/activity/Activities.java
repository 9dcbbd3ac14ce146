package dev.carillon.store.activity;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Activity;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the activity stream. Where several transactions append at once, a reader stops before the
 * oldest that still runs: its rows may carry smaller numbers than those already committed.
 */
public final class Activities implements ActivityStore {
  private static final String COLUMNS =
      """
      SELECT a.seq, a.at, a.type, a.tenant_no, a.owner_no, a.schedule_id, a.run_id, a.actor,
             a.note, coalesce(s.name, '') AS schedule_name
        FROM activity a LEFT JOIN schedule s ON s.schedule_id = a.schedule_id
      """;

  private final Transactions transactions;

  public Activities(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Activity> after(long seq, int limit) {
    return transactions.read(sql -> after(sql, new Filter(), seq, limit));
  }

  @Override
  public List<Activity> after(Scope scope, long seq, int limit) {
    return transactions.read(sql -> after(sql, Filter.seenBy(scope, "a."), seq, limit));
  }

  private static List<Activity> after(Sql sql, Filter filter, long seq, int limit)
      throws SQLException {
    filter.and("a.seq > ?", one -> one.number(seq)).and(sql.dialect().overtakenByNone("a.txid"));
    return filter
        .bind(sql.of(COLUMNS + filter.clause() + " ORDER BY a.seq LIMIT ?"))
        .integer(limit)
        .list(Activities::read);
  }

  @Override
  public List<Activity> before(Scope scope, long seq, int limit) {
    return transactions.read(sql -> {
      var filter =
          Filter.seenBy(scope, "a.")
              .and("a.seq < ?", one -> one.number(seq))
              .and(sql.dialect().overtakenByNone("a.txid"));
      return filter
          .bind(sql.of(COLUMNS + filter.clause() + " ORDER BY a.seq DESC LIMIT ?"))
          .integer(limit)
          .list(Activities::read);
    });
  }

  @Override
  public long last() {
    return transactions.read(sql ->
        sql.of(
                "SELECT coalesce(max(a.seq), 0) AS last FROM activity a WHERE "
                    + sql.dialect().overtakenByNone("a.txid"))
            .one(row -> row.number("last"))
            .orElse(0L));
  }

  private static Activity read(Row row) throws SQLException {
    return new Activity(
        row.number("seq"),
        row.instant("at"),
        row.text("type"),
        new Owner(row.integer("tenant_no"), row.integer("owner_no")),
        row.idIfAny("schedule_id").map(ScheduleId::new),
        row.text("schedule_name"),
        row.idIfAny("run_id").map(RunId::new),
        row.text("actor"),
        row.text("note"));
  }
}
