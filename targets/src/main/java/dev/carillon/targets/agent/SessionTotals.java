package dev.carillon.targets.agent;

import dev.carillon.core.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What sessions had cost in all when they were last seen. An agent that tells only such totals has
 * its run's cost estimated by the difference of two successive ones; the first total after a start
 * tells nothing. Guarded by itself; every call's thread tells its own.
 */
final class SessionTotals {
  private static final int MOST_SESSIONS = 10_000;

  private final Map<Session, Money> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Session, Money> eldest) {
          return size() > MOST_SESSIONS;
        }
      };

  /** Whose session it is. */
  record Session(String agent, String id) {}

  /** Notes the total and answers what was spent since the last one; empty when none can say. */
  synchronized Optional<Money> spent(Session session, Money total) {
    var before = Optional.ofNullable(seen.remove(session));
    seen.put(session, total);
    return before
        .filter(earlier -> earlier.compareTo(total) <= 0)
        .map(earlier -> new Money(total.nanos() - earlier.nanos()));
  }
}
