package dev.carillon.engine.plan;

import dev.carillon.engine.clock.Monotonic;
import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.PlanStore;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.PlanStore.Planned;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.target.Permits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Plans what is due, one turn at a time. What is on time goes first; what is to be caught up has a
 * small turn in between, and all turns when nothing else is due. One loop uses it.
 */
public final class Planner {
  /** Clocks of one turn; larger turns gained nothing dependable when measured. */
  private static final int CLOCKS = 500;

  /** However busy those are that are on time, some that are late have their turn so often. */
  private static final Duration BETWEEN_LATE = Duration.ofMillis(250);

  /** A turn that has taken so long takes no further clock: a transaction must not stand still. */
  private static final Duration LONG = Duration.ofMillis(500);

  private final PlanStore store;
  private final PlanRule rule;
  private final Permits permits;
  private final IntSupplier node;
  private final Monotonic monotonic;
  private long lateAt;
  private boolean moreLate;

  public Planner(
      PlanStore store, PlanRule rule, Permits permits, IntSupplier node, Monotonic monotonic) {
    this.store = store;
    this.rule = rule;
    this.permits = permits;
    this.node = node;
    this.monotonic = monotonic;
    lateAt = monotonic.nanos() - BETWEEN_LATE.toNanos();
  }

  /**
   * Plans one turn; what it started holds permits until it is settled.
   *
   * @param begin calls what a lane started before the next lane has its turn, which may fail or
   *     take its time
   */
  public Turn step(Consumer<List<StartedRun>> begin) {
    var live = plan(Lane.LIVE);
    begin.accept(live.started());
    var more = live.clocks() == CLOCKS;
    moreLate |= live.stillDue();
    if (!isLateTurn(more)) {
      return new Turn(more || moreLate, live.clocks() == 0);
    }
    lateAt = monotonic.nanos();
    var late = plan(Lane.LATE);
    begin.accept(late.started());
    moreLate = late.clocks() > 0;
    return new Turn(more || moreLate, live.clocks() + late.clocks() == 0);
  }

  private boolean isLateTurn(boolean moreLive) {
    return (moreLate && !moreLive) || monotonic.nanos() - lateAt >= BETWEEN_LATE.toNanos();
  }

  private Planned plan(Lane lane) {
    var room = permits.take(CLOCKS);
    var used = 0;
    var began = monotonic.nanos();
    BooleanSupplier isLong = () -> monotonic.nanos() - began > LONG.toNanos();
    try {
      var turn = new PlanStore.Turn(lane, CLOCKS, room, isLong);
      var planned = store.plan(node.getAsInt(), turn, rule);
      used = planned.started().size();
      return planned;
    } finally {
      permits.give(room - used);
    }
  }

  /** When somebody must plan again, by the database's clock. */
  public Optional<Instant> nextWake() {
    return store.nextWake();
  }

  /**
   * What a turn did.
   *
   * @param more whether clocks that are due were left for the next turn
   * @param idle whether there was nothing that it could plan
   */
  public record Turn(boolean more, boolean idle) {}
}
