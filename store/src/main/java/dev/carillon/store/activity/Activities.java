package dev.carillon.store.activity;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Activity;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import java.sql.SQLException;
import java.util.List;

/** Reads the rows of {@code activity}. Shared by all threads. */
public final class Activities implements ActivityStore {
  private final Transactions transactions;
  private final StreamOrder order;

  public Activities(Transactions transactions, StreamOrder order) {
    this.transactions = transactions;
    this.order = order;
  }

  @Override
  public List<Activity> after(long seq, int limit) {
    return list(Lane.SETTLE, after(new Filter(), seq), order.by(""), limit);
  }

  @Override
  public List<Activity> after(Scope scope, long seq, int limit) {
    return list(
        Lane.PEOPLE,
        after(Filter.ledBy(scope, "a."), seq),
        Filter.leader(scope, "a.") + ", " + order.by(""),
        limit);
  }

  @Override
  public List<Activity> before(Scope scope, long seq, int limit) {
    var filter =
        Filter.ledBy(scope, "a.")
            .and(order.committed())
            .and(order.before(), query -> order.bindBefore(query, seq));
    return list(
        Lane.PEOPLE, filter, Filter.leader(scope, "a.") + " DESC, " + order.by(" DESC"), limit);
  }

  @Override
  public long last() {
    var text =
        "SELECT a.seq FROM activity a WHERE %s ORDER BY %s LIMIT 1"
            .formatted(order.committed(), order.by(" DESC"));
    return transactions.read(
        Lane.PEOPLE, sql -> sql.of(text).one(row -> row.number("seq")).orElse(0L));
  }

  @Override
  public boolean isToCome(long seq) {
    var given = "SELECT seq FROM activity WHERE seq >= ? LIMIT 1";
    return seq > 0 && !transactions.read(Lane.PEOPLE, sql -> sql.of(given).number(seq).any());
  }

  private Filter after(Filter filter, long seq) {
    return filter.and(order.committed()).and(order.after(), query -> order.bindAfter(query, seq));
  }

  private List<Activity> list(Lane lane, Filter filter, String by, int limit) {
    // The limit is text: for a parameter PostgreSQL plans for a tenth of the table, and hashes all
    // schedules for their names.
    var text =
        """
        SELECT a.seq, a.at, a.type, a.tenant_no, a.owner_no, a.schedule_id, a.run_id, a.actor,
               a.note, s.name
          FROM activity a LEFT JOIN schedule s ON s.schedule_id = a.schedule_id
        %s
         ORDER BY %s
         LIMIT %d
        """
            .formatted(filter.clause(), by, limit);
    return transactions.read(lane, sql -> filter.bind(sql.of(text)).list(Activities::activity));
  }

  private static Activity activity(Row row) throws SQLException {
    return new Activity(
        row.number("seq"),
        row.instant("at"),
        row.text("type"),
        new Owner(row.integer("tenant_no"), row.integer("owner_no")),
        row.idIfAny("schedule_id").map(ScheduleId::new),
        row.textIfAny("name").orElse(""),
        row.idIfAny("run_id").map(RunId::new),
        row.text("actor"),
        row.text("note"));
  }
}
