package dev.carillon.engine.store;

import dev.carillon.core.run.RunId;
import java.util.List;

/**
 * Moves ended runs from {@code live} to {@code ledger} in one transaction, fenced by epoch, with
 * the counters of their schedules and one activity each. A place that becomes free is handed to the
 * schedule's next waiting run in the same transaction (it then waits for any node). Sending a batch
 * again after an unknown commit changes nothing.
 */
public interface SettleStore {
  /** Settles a batch; every run of it comes back in exactly one of the two lists. */
  Settled settle(List<Ended> batch, PlaceRule rule);

  /**
   * What became of a batch.
   *
   * @param settled in the ledger under the epoch that was sent, now or already
   * @param fenced another epoch owns or ended the run: the outcome is thrown away
   * @param handedOn how many waiting runs took a place that became free
   * @param signals how many schedules run after these runs, perhaps
   */
  record Settled(List<RunId> settled, List<RunId> fenced, int handedOn, int signals) {
    public Settled {
      settled = List.copyOf(settled);
      fenced = List.copyOf(fenced);
    }
  }
}
