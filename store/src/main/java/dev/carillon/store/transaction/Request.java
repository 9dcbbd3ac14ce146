package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.NewLine;
import dev.carillon.engine.store.NewRun;
import dev.carillon.engine.store.RequestStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a run that somebody asked for, in one transaction with the key of the request. */
public final class Request implements RequestStore {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Logger log = LoggerFactory.getLogger(Request.class);

  private final Transactions transactions;
  private final Schedules schedules;

  Request(Transactions transactions, Schedules schedules) {
    this.transactions = transactions;
    this.schedules = schedules;
  }

  @Override
  public Requested request(Scope scope, ScheduleId id, RequestKey key, RequestRule rule) {
    while (true) {
      try {
        return transactions.write(Lane.PEOPLE, sql -> request(sql, scope, id, key, rule));
      } catch (UsedMeanwhile used) {
        log.info("request key was used meanwhile key={}", key.key());
      }
    }
  }

  /** Rolls the request back, because another one has taken its key. */
  private static final class UsedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Requested request(Sql sql, Scope scope, ScheduleId id, RequestKey key, RequestRule rule)
      throws SQLException {
    var entry = Entries.lock(sql, schedules, scope, id);
    if (entry.isEmpty()) {
      return new Requested.NotFound();
    }
    var now = sql.now();
    var owner = entry.get().schedule().owner();
    var before = key.fromCaller() ? earlier(sql, owner, key, now) : Optional.<Earlier>empty();
    if (before.isPresent()) {
      return before.get().fingerprint().equals(key.fingerprint())
          ? new Requested.Done(before.get().run(), true)
          : new Requested.KeyReused();
    }
    var targetStored = schedules.targetStored(sql, entry.get().schedule());
    return switch (rule.decide(entry.get(), now, targetStored)) {
      case RequestStore.Request.Queue(var run) -> {
        queue(sql, entry.get(), run, now);
        yield done(sql, owner, key, run.id(), now);
      }
      case RequestStore.Request.Line(var line) -> {
        line(sql, entry.get(), line, now);
        yield done(sql, owner, key, line.id(), now);
      }
      case RequestStore.Request.Refuse(var why) -> new Requested.Refused(why);
    };
  }

  private static void queue(Sql sql, Entry entry, NewRun run, Instant now) throws SQLException {
    var existing = LiveRuns.insert(sql, List.of(run), new LiveRuns.Writing(0, now));
    if (existing.isEmpty()) {
      Clocks.saveGate(sql, Places.with(entry.clock(), run.placement()));
    }
  }

  private static void line(Sql sql, Entry entry, NewLine line, Instant now) throws SQLException {
    var written = Ledger.add(sql, List.of(line), now);
    Activities.lines(sql, written, now);
    Clocks.save(sql, entry.clock(), Ledger.covered(written));
  }

  /** What came of a request with the same key. */
  private record Earlier(RunId run, String fingerprint) {}

  private static Optional<Earlier> earlier(Sql sql, Owner owner, RequestKey key, Instant now)
      throws SQLException {
    return sql.of(
            """
            SELECT run_id, fingerprint FROM idempotency
             WHERE tenant_no = ? AND owner_no = ? AND request_key = ? AND created_at > ?
            """)
        .integer(owner.tenant())
        .integer(owner.user())
        .text(key.key())
        .instant(now.minus(KEPT))
        .one(row -> new Earlier(new RunId(row.id("run_id")), row.text("fingerprint")));
  }

  private static Requested done(Sql sql, Owner owner, RequestKey key, RunId run, Instant now)
      throws SQLException {
    if (key.fromCaller()) {
      remember(sql, owner, key, run, now);
    }
    return new Requested.Done(run, false);
  }

  /** A key that is older than it is kept gives way; one that is not belongs to another request. */
  private static void remember(Sql sql, Owner owner, RequestKey key, RunId run, Instant now)
      throws SQLException {
    var written =
        sql.of(
                """
                INSERT INTO idempotency (tenant_no, owner_no, request_key, fingerprint, run_id,
                       created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant_no, owner_no, request_key) DO UPDATE
                   SET fingerprint = excluded.fingerprint, run_id = excluded.run_id,
                       created_at = excluded.created_at
                 WHERE idempotency.created_at <= ?
                """)
            .integer(owner.tenant())
            .integer(owner.user())
            .text(key.key())
            .text(key.fingerprint())
            .id(run.value())
            .instant(now)
            .instant(now.minus(KEPT))
            .update();
    if (written == 0) {
      throw new UsedMeanwhile();
    }
  }
}
