package dev.carillon.store.transaction;

import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Versions of schedules that are in memory, those used last. They are bounded by what they weigh,
 * because one version may be as large as a thousand others. Shared by all threads; it guards
 * itself.
 */
final class Compiled {
  private final long most;
  private final Map<Version, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * @param most how many characters may be kept
   */
  Compiled(long most) {
    this.most = most;
  }

  /** A version of a schedule. */
  record Version(ScheduleId id, int number) {}

  /**
   * A schedule and what it weighs.
   *
   * @param weight in characters
   */
  record Kept(Schedule schedule, long weight) {}

  synchronized Optional<Schedule> find(Version version) {
    return Optional.ofNullable(kept.get(version)).map(Kept::schedule);
  }

  /** Keeps a version in place of those that were not used for longest. */
  synchronized void keep(Version version, Kept fresh) {
    var before = kept.put(version, fresh);
    weight += fresh.weight() - (before == null ? 0 : before.weight());
    var eldest = kept.values().iterator();
    while (weight > most && eldest.hasNext()) {
      weight -= eldest.next().weight();
      eldest.remove();
    }
  }

  synchronized void forget() {
    kept.clear();
    weight = 0;
  }
}
