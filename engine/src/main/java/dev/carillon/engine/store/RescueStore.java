package dev.carillon.engine.store;

import dev.carillon.core.run.RunId;
import java.util.List;

/**
 * Takes over what dead nodes were running, in one transaction: epoch + 1 and queued again, or
 * settled, as the rule says. A late write of the dead node then carries an old epoch and changes
 * nothing.
 */
public interface RescueStore {
  /** Rescues at most {@code limit} running runs of dead nodes; answers how many there were. */
  int rescue(int limit, LostRule lost, PlaceRule place);

  /** The runs that the store holds as running on this node. */
  List<Held> held(int node);

  /**
   * Queues again what the store holds as running on this node under these epochs, though the node
   * makes no such call (the reply to a commit was lost); answers how many.
   */
  int requeue(int node, List<Held> orphans);

  /**
   * Takes back what this node called and let go under these epochs, as if the node had been lost:
   * the call was made, and nobody knows what came of it. Answers how many there were.
   */
  int takeBack(int node, List<Held> cutOff, LostRule lost, PlaceRule place);

  /** A run and the epoch under which it is held. */
  record Held(RunId run, int epoch) {}
}
