package dev.carillon.engine.store;

import java.time.Duration;
import java.util.List;

/**
 * The leases of nodes, on the database's clock. A node holds one lease, not one per run; its number
 * is new at every start, and DEAD is for ever.
 */
public interface NodeStore {
  /** Registers a node and answers with its number. On an embedded store every earlier node dies. */
  int join(String name, Duration lease);

  /** Extends the lease; false when this node was declared dead and must take a new number. */
  boolean renew(int node, Duration lease);

  /** Ends the lease in peace: what the node still held is rescued at once. */
  void leave(int node);

  /** Whether another node may take over the runs of this one while it lives. */
  boolean hasOthers();

  /**
   * Whether other nodes have a lease at this moment, as far as this one, which has none, can see.
   */
  boolean othersLive();

  /** Declares the nodes dead whose lease has ended, and answers with their numbers. */
  List<Integer> bury();
}
