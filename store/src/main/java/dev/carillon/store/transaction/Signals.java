package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.store.json.ToldJson;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.store.transaction.Ledger.Closing;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Writes signals, of events and of ended runs, in the transaction of what they tell of. */
public final class Signals implements SignalStore {
  private static final Duration KEPT = Duration.ofHours(24);

  private final Transactions transactions;
  private final Schedules schedules;
  private final SignalTurns turns;

  Signals(Transactions transactions, Schedules schedules) {
    this.transactions = transactions;
    this.schedules = schedules;
    turns = new SignalTurns(transactions, schedules);
  }

  @Override
  public Published publish(Scope scope, Event event, EventRule rule) {
    return transactions.write(Lane.PEOPLE, sql -> publish(sql, scope, event, rule));
  }

  private Published publish(Sql sql, Scope scope, Event event, EventRule rule) throws SQLException {
    var now = sql.now();
    if (!isNews(sql, event, now)) {
      return new Published(earlier(sql, event), true);
    }
    var told = ToldJson.of(event, now);
    var signals = new ArrayList<Signal>();
    for (var listener : listeners(sql, scope, event.name())) {
      var schedule = schedules.readable(sql, listener.id(), listener.version());
      if (schedule.filter(rule::runs).isPresent()) {
        var key = listener.id() + ":" + event.publisher().user() + ":" + event.id();
        signals.add(
            new Signal(
                RunId.requested(TriggerKind.EVENT, key, now),
                listener.id(),
                TriggerKind.EVENT,
                Optional.empty(),
                told,
                now));
      }
    }
    add(sql, signals);
    count(sql, event, signals.size());
    return new Published(signals.size(), false);
  }

  /** An id that is older than it is kept may be used again. */
  private static boolean isNews(Sql sql, Event event, Instant now) throws SQLException {
    return sql.of(
                """
                INSERT INTO event (tenant_no, owner_no, name, event_id, at, schedules)
                VALUES (?, ?, ?, ?, ?, 0)
                ON CONFLICT (tenant_no, owner_no, name, event_id) DO UPDATE
                   SET at = excluded.at, schedules = 0
                 WHERE event.at <= ?
                """)
            .integer(event.publisher().tenant())
            .integer(event.publisher().user())
            .text(event.name())
            .text(event.id())
            .instant(now)
            .instant(now.minus(KEPT))
            .update()
        > 0;
  }

  private static int earlier(Sql sql, Event event) throws SQLException {
    return sql.of(
            """
            SELECT schedules FROM event
             WHERE tenant_no = ? AND owner_no = ? AND name = ? AND event_id = ?
            """)
        .integer(event.publisher().tenant())
        .integer(event.publisher().user())
        .text(event.name())
        .text(event.id())
        .one(row -> row.integer("schedules"))
        .orElse(0);
  }

  private static void count(Sql sql, Event event, int signals) throws SQLException {
    sql.of(
            """
            UPDATE event SET schedules = ?
             WHERE tenant_no = ? AND owner_no = ? AND name = ? AND event_id = ?
            """)
        .integer(signals)
        .integer(event.publisher().tenant())
        .integer(event.publisher().user())
        .text(event.name())
        .text(event.id())
        .update();
  }

  private record Listener(ScheduleId id, int version) {}

  private static List<Listener> listeners(Sql sql, Scope scope, String name) throws SQLException {
    var filter = Filter.seenBy(scope, "l.").and("l.name = ?", one -> one.text(name));
    return filter
        .bind(
            sql.of(
                """
                SELECT l.schedule_id, s.version
                  FROM event_listener l JOIN schedule s ON s.schedule_id = l.schedule_id
                """
                    + filter.clause()
                    + " ORDER BY l.schedule_id"))
        .list(row -> new Listener(new ScheduleId(row.id("schedule_id")), row.integer("version")));
  }

  /** Tells those who run after these runs; answers how many. */
  static int ofEnded(Sql sql, List<Closing> closings, Instant now) throws SQLException {
    var ended = closings.stream().filter(one -> one.run().started().isPresent()).toList();
    if (ended.isEmpty()) {
      return 0;
    }
    var signals = new ArrayList<Signal>();
    var followers =
        sql.of(
                "SELECT followed_id, schedule_id, awaited FROM follower WHERE followed_id IN (%s)",
                ended.stream().map(one -> one.run().schedule().value()).distinct().toList())
            .list(row ->
                new Following(
                    new ScheduleId(row.id("followed_id")),
                    new ScheduleId(row.id("schedule_id")),
                    Awaited.of(row.integer("awaited"))));
    for (var following : new HashSet<>(followers)) {
      for (var closing : ended) {
        var state = closing.ending().state();
        if (closing.run().schedule().equals(following.followed())
            && state.isAwaited(following.awaited())) {
          signals.add(
              new Signal(
                  RunId.requested(
                      TriggerKind.AFTER, following.follower() + ":" + closing.run().id(), now),
                  following.follower(),
                  TriggerKind.AFTER,
                  Optional.of(following.followed()),
                  ToldJson.of(following.followed(), closing.run().id(), state, now),
                  now));
        }
      }
    }
    add(sql, signals);
    return signals.size();
  }

  private record Following(ScheduleId followed, ScheduleId follower, Awaited awaited) {}

  private static void add(Sql sql, List<Signal> signals) throws SQLException {
    sql.each(
        """
        INSERT INTO signal (run_id, schedule_id, kind, followed_id, told, at)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (run_id) DO NOTHING
        """,
        signals,
        (query, signal) ->
            query
                .id(signal.run().value())
                .id(signal.schedule().value())
                .integer(signal.kind().code())
                .id(signal.followed().map(ScheduleId::value))
                .text(signal.told())
                .instant(signal.at()));
  }

  @Override
  public Taken take(int limit, SignalRule rule) {
    return turns.take(limit, rule);
  }
}
