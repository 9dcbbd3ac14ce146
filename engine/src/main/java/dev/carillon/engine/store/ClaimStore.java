package dev.carillon.engine.store;

import java.util.List;

/**
 * Takes queued runs for a node in one transaction: RUNNING, this node, epoch + 1. After a crash the
 * node's lease ends and rescue queues them again.
 */
public interface ClaimStore {
  /**
   * Takes at most {@code room} of the runs that wait for any node, in their order. One that may not
   * start is parked or ended, as the rule says, so that it never stands at the head of the queue.
   */
  Claimed claim(int node, int room, ClaimRule rule);

  /**
   * What a claim did.
   *
   * @param more whether it looked at as many runs as it had room for, so that there may be others
   */
  record Claimed(List<StartedRun> started, boolean more) {
    public static final Claimed NOTHING = new Claimed(List.of(), false);
  }
}
