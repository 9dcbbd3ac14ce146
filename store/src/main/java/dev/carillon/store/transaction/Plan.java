package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.PlanStore;
import dev.carillon.engine.store.StoreException;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans due occurrences in one transaction. */
public final class Plan implements PlanStore {
  private static final Logger log = LoggerFactory.getLogger(Plan.class);

  private final Transactions transactions;
  private final Schedules schedules;
  private final Places places;

  Plan(Transactions transactions, Schedules schedules, Places places) {
    this.transactions = transactions;
    this.schedules = schedules;
    this.places = places;
  }

  @Override
  public Planned plan(int node, Turn turn, PlanRule rule) {
    var asked = new Asked(node, turn, rule);
    var met = new ArrayList<ScheduleId>();
    for (var most = turn.clocks(); ; most = met.size() / 2) {
      try {
        return plan(asked, most, met);
      } catch (StoreException.BadRow refused) {
        if (met.size() == 1) {
          return quarantine(
              node, met.getFirst(), "its rows cannot be written: " + refused.getMessage());
        }
        // One row may spoil a batch: it is halved until that schedule stands alone.
        log.warn("batch cannot be planned, half of it is tried clocks={}", most, refused);
      }
    }
  }

  /** Who plans, what, and by which rule. */
  private record Asked(int node, Turn turn, PlanRule rule) {
    Planning.How how() {
      return new Planning.How(node, rule, turn.room(), turn.isLong());
    }
  }

  /**
   * Plans once, without halving.
   *
   * @param met is filled with the schedules whose clocks were locked
   */
  private Planned plan(Asked asked, int limit, List<ScheduleId> met) {
    var leaveOut = new HashSet<RunId>();
    while (true) {
      try {
        return transactions.write(
            Transactions.Lane.PLAN,
            sql -> {
              met.clear();
              Nodes.requireAlive(sql, asked.node());
              var now = sql.now();
              var clocks = Clocks.lockDue(sql, asked.turn().lane(), now, limit);
              clocks.forEach(clock -> met.add(clock.schedule()));
              return new Planning(sql, schedules, places, asked.how()).plan(clocks, now, leaveOut);
            });
      } catch (Planning.ExistsAlready existing) {
        // Only a cursor that was set back from outside leads here. The key has the last word.
        log.error("occurrence has been launched before, it is left out runs={}", existing.runs());
        leaveOut.addAll(existing.runs());
      }
    }
  }

  @Override
  public Instant now() {
    return transactions.read(Transactions.Lane.PLAN, Sql::now);
  }

  @Override
  public Optional<Instant> nextWake() {
    return transactions.read(
        Transactions.Lane.PLAN,
        sql ->
            sql.of("SELECT min(wake_at) AS wake_at FROM clock WHERE wake_at IS NOT NULL")
                .one(row -> row.instantIfAny("wake_at"))
                .flatMap(wake -> wake));
  }

  /** Takes this one out of planning, unless somebody has changed it or planned it meanwhile. */
  private Planned quarantine(int node, ScheduleId schedule, String why) {
    return transactions.write(
        Transactions.Lane.PLAN,
        sql -> {
          Nodes.requireAlive(sql, node);
          var now = sql.now();
          var clock = Clocks.lock(sql, List.of(schedule)).get(schedule);
          if (clock == null || !Planning.isDue(clock, now)) {
            return Planned.NOTHING;
          }
          Quarantine.of(sql, clock, 0, why, now);
          return new Planned(List.of(), 1, false);
        });
  }
}
