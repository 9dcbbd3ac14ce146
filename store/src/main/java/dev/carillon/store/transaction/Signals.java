package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.timeline.Clock;
import dev.carillon.engine.store.DueSignal;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SignalStep;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.store.json.ToldJson;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Row;
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
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes signals, and takes each in one transaction with the run or line that it becomes. */
public final class Signals implements SignalStore {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Logger log = LoggerFactory.getLogger(Signals.class);

  private final Transactions transactions;
  private final Schedules schedules;

  Signals(Transactions transactions, Schedules schedules) {
    this.transactions = transactions;
    this.schedules = schedules;
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

  /** What happened, for one schedule. */
  private record Signal(
      RunId run,
      ScheduleId schedule,
      TriggerKind kind,
      Optional<ScheduleId> followed,
      String told,
      Instant at) {
    static Signal read(Row row) throws SQLException {
      return new Signal(
          new RunId(row.id("run_id")),
          new ScheduleId(row.id("schedule_id")),
          TriggerKind.of(row.integer("kind")),
          row.idIfAny("followed_id").map(ScheduleId::new),
          row.text("told"),
          row.instant("at"));
    }
  }

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
    return transactions.write(Lane.SETTLE, sql -> take(sql, limit, rule));
  }

  private Taken take(Sql sql, int limit, SignalRule rule) throws SQLException {
    var signals = first(sql, limit);
    if (signals.isEmpty()) {
      return new Taken(0, 0);
    }
    var clocks = Clocks.lock(sql, signals.stream().map(Signal::schedule).toList());
    var now = sql.now();
    var queued = 0;
    for (var signal : signals) {
      var clock = clocks.get(signal.schedule());
      if (clock == null) {
        log.error("signal for a schedule without a clock run={}", signal.run());
        continue;
      }
      switch (rule.decide(due(sql, signal, clock), now)) {
        case SignalStep.Queue(var run, var after) -> {
          if (LiveRuns.insert(sql, List.of(run), new LiveRuns.Writing(0, now)).isEmpty()) {
            Clocks.save(sql, after, 0);
            clocks.put(after.schedule(), after);
            queued++;
          }
          forgetHeard(sql, signal.schedule());
        }
        case SignalStep.Leave(var line, var after) -> {
          var written = Ledger.add(sql, List.of(line), now);
          Activities.lines(sql, written, now);
          Clocks.save(sql, after, Ledger.covered(written));
          clocks.put(after.schedule(), after);
          forgetHeard(sql, signal.schedule());
        }
        case SignalStep.Await() -> {}
      }
    }
    delete(sql, signals);
    return new Taken(signals.size(), queued);
  }

  private DueSignal due(Sql sql, Signal signal, Clock clock) throws SQLException {
    var readable = schedules.readable(sql, clock.schedule(), clock.version());
    var schedule =
        readable.isPresent()
            ? readable.get()
            : schedules.shown(sql, clock.schedule(), clock.version());
    return new DueSignal(
        signal.run(),
        signal.kind(),
        signal.at(),
        schedule,
        readable.isPresent(),
        clock,
        schedules.targetStored(sql, schedule),
        heard(sql, signal),
        ToldJson.beside(schedule.definition().input(), signal.told()));
  }

  /** What the schedule has heard with this signal. */
  private static Set<ScheduleId> heard(Sql sql, Signal signal) throws SQLException {
    if (signal.followed().isEmpty()) {
      return Set.of();
    }
    sql.of("INSERT INTO heard (schedule_id, followed_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .id(signal.schedule().value())
        .id(signal.followed().get().value())
        .update();
    return Set.copyOf(
        sql.of("SELECT followed_id FROM heard WHERE schedule_id = ?")
            .id(signal.schedule().value())
            .list(row -> new ScheduleId(row.id("followed_id"))));
  }

  private static void forgetHeard(Sql sql, ScheduleId schedule) throws SQLException {
    sql.of("DELETE FROM heard WHERE schedule_id = ?").id(schedule.value()).update();
  }

  /** The first that came, as far as nobody else is taking them. */
  private static List<Signal> first(Sql sql, int limit) throws SQLException {
    return sql.of(
            "SELECT run_id, schedule_id, kind, followed_id, told, at FROM signal"
                + " ORDER BY at, run_id LIMIT ?"
                + sql.dialect().lockedIfFree())
        .integer(limit)
        .list(Signal::read);
  }

  private static void delete(Sql sql, List<Signal> signals) throws SQLException {
    sql.each(
        "DELETE FROM signal WHERE run_id = ?",
        signals,
        (query, signal) -> query.id(signal.run().value()));
  }
}
