package dev.carillon.engine.store;

import dev.carillon.core.money.Money;
import dev.carillon.core.run.RunState;
import java.time.Instant;
import java.util.Optional;

/**
 * What a schedule has done so far, kept in the transactions that settle.
 *
 * @param ran ended runs that had reached running
 * @param failed failed, timed out and unknown
 * @param skipped skipped and missed occurrences, each one counted
 * @param cost the sum of the known costs
 * @param unknownCosts runs of whose cost at least a part is known to nobody
 */
public record Standing(
    long ran,
    long succeeded,
    long failed,
    long skipped,
    Money cost,
    long unknownCosts,
    Optional<Instant> lastAt,
    Optional<RunState> lastState) {
  /** A schedule that has done nothing yet. */
  public static final Standing FRESH =
      new Standing(0, 0, 0, 0, Money.ZERO, 0, Optional.empty(), Optional.empty());
}
