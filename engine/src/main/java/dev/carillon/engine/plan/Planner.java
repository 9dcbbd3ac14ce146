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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Plans one turn; what it started holds permits until it is settled. */
  public Turn step() {
    var live = plan(Lane.LIVE);
    var more = live.clocks() == CLOCKS;
    moreLate |= live.stillDue();
    if (!isLateTurn(more)) {
      return new Turn(live.started(), more || moreLate, live.clocks() == 0);
    }
    var late = plan(Lane.LATE);
    lateAt = monotonic.nanos();
    moreLate = late.clocks() > 0;
    var started = new ArrayList<>(live.started());
    started.addAll(late.started());
    return new Turn(started, more || moreLate, live.clocks() + late.clocks() == 0);
  }

  private boolean isLateTurn(boolean moreLive) {
    return (moreLate && !moreLive) || monotonic.nanos() - lateAt >= BETWEEN_LATE.toNanos();
  }

  private Planned plan(Lane lane) {
    var room = permits.take(CLOCKS);
    var used = 0;
    try {
      var planned = store.plan(node.getAsInt(), new PlanStore.Turn(lane, CLOCKS, room), rule);
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
  public record Turn(List<StartedRun> started, boolean more, boolean idle) {
    public Turn {
      started = List.copyOf(started);
    }
  }
}
