package dev.carillon.server.events;

import dev.carillon.core.schedule.Owner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many streams each caller has open, of which each holds a thread and a queue. Called by every
 * thread that serves; the map guards itself.
 */
final class OpenStreams {
  /** So many streams a caller has at most: many windows, and no loop that forgot to close them. */
  static final int MOST = 20;

  private final Map<Owner, Integer> open = new ConcurrentHashMap<>();

  /** Takes a place, which is to be given back; false when the caller has as many as there are. */
  boolean take(Owner caller) {
    var taken = open.merge(caller, 1, Integer::sum) <= MOST;
    if (!taken) {
      giveBack(caller);
    }
    return taken;
  }

  void giveBack(Owner caller) {
    open.merge(caller, -1, Integer::sum);
    open.remove(caller, 0);
  }
}
