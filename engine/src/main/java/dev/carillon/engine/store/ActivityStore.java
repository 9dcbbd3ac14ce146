package dev.carillon.engine.store;

import java.util.List;

/** The activity stream as it is stored: append-only, in an order in which nothing is overtaken. */
public interface ActivityStore {
  /**
   * What came after a sequence number, oldest first. A reader who goes on from the last number that
   * it was given never misses a committed row.
   */
  List<Activity> after(long seq, int limit);

  /** The same, as far as the scope allows. */
  List<Activity> after(Scope scope, long seq, int limit);

  /** The newest activities of the scope before a sequence number, newest first. */
  List<Activity> before(Scope scope, long seq, int limit);

  /** The number of the last activity; 0 when there is none. */
  long last();

  /**
   * Whether neither this number nor a greater one was given yet. The last activity may have a
   * smaller one than those before it.
   */
  boolean isToCome(long seq);
}
