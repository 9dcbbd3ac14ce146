package dev.carillon.store.transaction;

import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.DueSignal;
import dev.carillon.engine.store.NewLine;
import dev.carillon.engine.store.SignalStep;
import dev.carillon.engine.store.SignalStore.SignalRule;
import dev.carillon.engine.store.SignalStore.Taken;
import dev.carillon.engine.store.StoreException;
import dev.carillon.store.json.ToldJson;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes signals, each in one transaction with the run or line that it becomes. One that cannot be
 * taken stands alone in the end: its schedule is quarantined, and the others go on.
 */
final class SignalTurns {
  private static final Logger log = LoggerFactory.getLogger(SignalTurns.class);

  private static final Taken NOTHING = new Taken(0, 0);

  private final Transactions transactions;
  private final Schedules schedules;

  SignalTurns(Transactions transactions, Schedules schedules) {
    this.transactions = transactions;
    this.schedules = schedules;
  }

  Taken take(int limit, SignalRule rule) {
    // Those that a turn met, as far as it came: they tell whom a failure concerns.
    var met = new ArrayList<Signal>();
    for (var most = limit; ; most = met.size() / 2) {
      try {
        var turn = most;
        return transactions.write(
            Lane.SETTLE,
            sql -> {
              met.clear();
              met.addAll(first(sql, turn));
              return met.isEmpty() ? NOTHING : new Turn(sql, rule, met).run();
            });
      } catch (StoreException.BadRow refused) {
        if (met.size() == 1) {
          return setAside(met.getFirst(), "an event cannot be taken: " + refused.getMessage());
        }
        log.warn("signals cannot be taken, half of them are tried signals={}", most, refused);
      }
    }
  }

  /** One turn within its transaction. */
  private final class Turn {
    private final Sql sql;
    private final SignalRule rule;
    private final List<Signal> signals;
    private final Map<ScheduleId, Clock> clocks;
    private final Instant now;

    Turn(Sql sql, SignalRule rule, List<Signal> signals) throws SQLException {
      this.sql = sql;
      this.rule = rule;
      this.signals = signals;
      clocks = Clocks.lock(sql, signals.stream().map(Signal::schedule).toList());
      now = sql.now();
    }

    Taken run() throws SQLException {
      var queued = 0;
      for (var signal : signals) {
        var clock = clocks.get(signal.schedule());
        if (clock == null) {
          log.error("signal for a schedule without a clock run={}", signal.run());
        } else if (isQueued(signal, clock)) {
          queued++;
        }
      }
      delete(sql, signals);
      return new Taken(signals.size(), queued);
    }

    /** Writes what becomes of a signal; whether that is a run. */
    private boolean isQueued(Signal signal, Clock clock) throws SQLException {
      return switch (decide(signal, clock)) {
        case SignalStep.Queue(var run, var after) -> {
          var isNew = LiveRuns.insert(sql, List.of(run), new LiveRuns.Writing(0, now)).isEmpty();
          if (isNew) {
            save(after, 0);
          }
          forgetHeard(sql, signal.schedule());
          yield isNew;
        }
        case SignalStep.Leave(var line, var after) -> {
          save(after, write(sql, line, now));
          forgetHeard(sql, signal.schedule());
          yield false;
        }
        case SignalStep.Await() -> false;
      };
    }

    private SignalStep decide(Signal signal, Clock clock) throws SQLException {
      try {
        return rule.decide(due(signal, clock), now);
      } catch (StoreException away) {
        throw away;
      } catch (RuntimeException broken) {
        throw new StoreException.BadRow("a signal cannot be taken: " + broken, broken);
      }
    }

    private void save(Clock after, long covered) throws SQLException {
      Clocks.save(sql, after, covered);
      clocks.put(after.schedule(), after);
    }

    private DueSignal due(Signal signal, Clock clock) throws SQLException {
      var shown = schedules.shown(sql, clock.schedule(), clock.version());
      var schedule = shown.schedule();
      return new DueSignal(
          signal.run(),
          signal.kind(),
          signal.at(),
          schedule,
          !shown.isUnread(),
          clock,
          schedules.targetStored(sql, schedule),
          heard(sql, signal),
          ToldJson.beside(schedule.definition().input(), signal.told()));
    }
  }

  /** Writes a line; answers how many instants it covers. */
  private static long write(Sql sql, NewLine line, Instant now) throws SQLException {
    var written = Ledger.add(sql, List.of(line), now);
    Activities.lines(sql, written, now);
    return Ledger.covered(written);
  }

  /** A signal that cannot be taken becomes a line, and its schedule stands still until mended. */
  private Taken setAside(Signal signal, String why) {
    try {
      return transactions.write(
          Lane.SETTLE,
          sql -> {
            var clock = Clocks.lock(sql, List.of(signal.schedule())).get(signal.schedule());
            if (clock != null) {
              var now = sql.now();
              var covered = write(sql, line(sql, signal, clock), now);
              Quarantine.of(sql, clock, covered, why, now);
            }
            return gone(sql, signal);
          });
    } catch (StoreException.BadRow refused) {
      log.error(
          "signal is thrown away, not even its line can be written run={}", signal.run(), refused);
      return transactions.write(Lane.SETTLE, sql -> gone(sql, signal));
    }
  }

  private static Taken gone(Sql sql, Signal signal) throws SQLException {
    delete(sql, List.of(signal));
    return new Taken(1, 0);
  }

  private NewLine line(Sql sql, Signal signal, Clock clock) throws SQLException {
    return new NewLine(
        signal.run(),
        schedules.shown(sql, clock.schedule(), clock.version()).schedule(),
        signal.kind(),
        Optional.empty(),
        Optional.empty(),
        1,
        signal.at(),
        RunState.SKIPPED,
        Reason.QUARANTINED);
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
            "SELECT "
                + Signal.COLUMNS
                + " FROM signal ORDER BY at, run_id LIMIT ?"
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
