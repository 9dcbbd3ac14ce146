package dev.carillon.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Plans due occurrences in one transaction: locks the clocks that are due (never waiting for one
 * that another node holds), asks the rule, inserts runs and lines, moves the cursors. After a crash
 * either all of it is there or nothing: then the clocks are still due.
 */
public interface PlanStore {
  /** Plans at most so many clocks of a lane on this node, which has room for so many runs. */
  Planned plan(int node, Turn turn, PlanRule rule);

  /**
   * What a turn may do.
   *
   * @param clocks how many clocks it moves at most
   * @param room how many runs may start on this node at once
   * @param isLong whether it has taken so long that it takes no further clock
   */
  record Turn(Lane lane, int clocks, int room, BooleanSupplier isLong) {
    /** One that may take its time. */
    public Turn(Lane lane, int clocks, int room) {
      this(lane, clocks, room, () -> false);
    }
  }

  /** Which of the clocks that are due: so that catching up holds up nobody who is on time. */
  enum Lane {
    /** Those whose next occurrence is not missed yet. */
    LIVE,
    /** Those that have something to catch up. */
    LATE
  }

  /** The database's clock, by which everything is due. */
  Instant now();

  /** When the next clock wants to be looked at, by the database's clock. */
  Optional<Instant> nextWake();

  /**
   * What a planning turn did.
   *
   * @param started runs that are RUNNING on this node now
   * @param clocks how many clocks were moved
   * @param stillDue whether one of them is due again at once
   */
  record Planned(List<StartedRun> started, int clocks, boolean stillDue) {
    /** It moved nothing. */
    public static final Planned NOTHING = new Planned(List.of(), 0, false);

    public Planned {
      started = List.copyOf(started);
    }
  }
}
