package dev.carillon.store.transaction;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.money.Money;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Clock;
import dev.carillon.store.sql.Query;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.transaction.Ledger.Closing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Ends runs: they leave {@code live}, their lines are written, their schedules count them, and the
 * places that they held are handed on. Called with the clocks and then the runs locked.
 */
final class Closer {
  private static final String COUNT =
      """
      UPDATE clock SET ran = ran + ?, succeeded = succeeded + ?, failed = failed + ?,
             skipped = skipped + ?, failures = (failures + ?) * ?, cost_nanos = cost_nanos + ?,
             unknown_costs = unknown_costs + ?,
             last_at = CASE WHEN ? THEN ? ELSE last_at END,
             last_state = CASE WHEN ? THEN ? ELSE last_state END
       WHERE schedule_id = ?
      """;

  private final Places places;

  Closer(Places places) {
    this.places = places;
  }

  /**
   * What came of it.
   *
   * @param handedOn how many waiting runs took a place that became free
   * @param signals how many schedules were told that run after these
   */
  record Closed(int handedOn, int signals) {}

  /** Ends these runs. */
  Closed close(Sql sql, Map<ScheduleId, Clock> clocks, List<Closing> closings, Instant now)
      throws SQLException {
    if (closings.isEmpty()) {
      return new Closed(0, 0);
    }
    LiveRuns.delete(sql, closings.stream().map(Closing::run).toList());
    Ledger.close(sql, closings, now);
    Activities.ended(sql, closings, now);
    var signals = Signals.ofEnded(sql, closings, now);
    sql.each(COUNT, closings, (query, closing) -> count(query, closing, now));
    var handed = 0;
    for (var clock : clocks.values()) {
      var freed = without(clock, closings);
      if (!freed.equals(clock)) {
        var after = places.handOn(sql, freed);
        Clocks.saveGate(sql, after);
        handed += Places.handed(freed, after);
      }
    }
    return new Closed(handed, signals);
  }

  private static void count(Query query, Closing closing, Instant now) {
    var ran = closing.run().started().isPresent() ? 1 : 0;
    var cost = closing.ending().answer().usage().cost().known();
    var tally = Tally.of(closing.ending().state());
    // Of a call whose node was lost nobody knows the cost, though a later call told its own.
    var unknown = cost.isEmpty() || Ledger.lost(closing) > 0;
    query
        .integer(ran)
        .integer(tally == Tally.SUCCEEDED ? 1 : 0)
        .integer(tally == Tally.FAILED ? 1 : 0)
        .integer(tally == Tally.SKIPPED ? 1 : 0)
        .integer(tally == Tally.FAILED ? 1 : 0)
        .integer(tally == Tally.SUCCEEDED ? 0 : 1)
        .number(cost.orElse(Money.ZERO).nanos())
        .integer(unknown ? ran : 0)
        .flag(ran == 1)
        .instant(now)
        .flag(ran == 1)
        .integer(closing.ending().state().code())
        .id(closing.run().schedule().value());
  }

  /** As what a schedule counts an ended run. */
  private enum Tally {
    SUCCEEDED,
    FAILED,
    SKIPPED,
    CANCELLED;

    static Tally of(RunState state) {
      return switch (state) {
        case SUCCEEDED -> SUCCEEDED;
        case FAILED, TIMED_OUT, UNKNOWN -> FAILED;
        case SKIPPED, MISSED -> SKIPPED;
        case CANCELLED -> CANCELLED;
        case PENDING, QUEUED, RUNNING, AWAITING_APPROVAL ->
            throw new IllegalArgumentException("a run does not end as " + state.word());
      };
    }
  }

  /** The clock without the places that these runs held or waited for. */
  private static Clock without(Clock clock, List<Closing> closings) {
    var now = clock;
    for (var closing : closings) {
      if (closing.run().schedule().equals(clock.schedule())
          && closing.run().state() != RunState.PENDING) {
        now =
            waitsForPlace(closing.run())
                ? now.holding(now.live(), now.waiting() - 1)
                : now.holding(now.live() - 1, now.waiting());
      }
    }
    return now;
  }

  private static boolean waitsForPlace(LiveRun run) {
    return run.waitsOn().isPresent() && run.waitsOn().getAsLong() == WaitsOn.OWN_CLOCK.code();
  }
}
