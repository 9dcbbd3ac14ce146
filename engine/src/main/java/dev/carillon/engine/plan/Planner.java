package dev.carillon.engine.plan;

import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.PlanStore;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.target.Permits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Plans what is due, one turn at a time. One loop uses it. */
public final class Planner {
  /** Clocks of one turn; larger turns gained nothing dependable when measured. */
  private static final int CLOCKS = 500;

  private final PlanStore store;
  private final PlanRule rule;
  private final Permits permits;
  private final IntSupplier node;

  public Planner(PlanStore store, PlanRule rule, Permits permits, IntSupplier node) {
    this.store = store;
    this.rule = rule;
    this.permits = permits;
    this.node = node;
  }

  /** Plans one turn; what it started holds permits until it is settled. */
  public Turn step() {
    var room = permits.take(CLOCKS);
    var used = 0;
    try {
      var planned = store.plan(node.getAsInt(), CLOCKS, room, rule);
      used = planned.started().size();
      return new Turn(planned.started(), planned.clocks() == CLOCKS, planned.clocks() == 0);
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
  public record Turn(List<StartedRun> started, boolean more, boolean idle) {}
}
