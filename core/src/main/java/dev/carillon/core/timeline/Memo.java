package dev.carillon.core.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found out about instants, so that a search that comes back to them need not find it out
 * again. It forgets all when it has grown large. May be shared by threads.
 */
final class Memo<T> {
  /** Those that lie within the reach of a move, every hour. */
  private static final int MOST = 10_000;

  private final Map<Instant, T> known = new ConcurrentHashMap<>();

  T of(Instant instant, Function<Instant, T> find) {
    var found = known.get(instant);
    if (found != null) {
      return found;
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    var fresh = find.apply(instant);
    known.put(instant, fresh);
    return fresh;
  }
}
