package dev.carillon.testkit.oracle;

import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every clock change of every zone by its name, under every policy: {@code ./verify --long time}.
 */
class LongClockChanges {
  private static final long SEED = Long.getLong("time.seed", System.currentTimeMillis());
  private static final Duration AROUND = Duration.ofHours(27);

  private record Change(ZoneId zone, ZoneOffsetTransition transition) {}

  @Test
  void they_agree_around_every_change_of_every_zone_from_2020_to_2037() {
    List<ZoneId> zones = ClockChanges.zones();
    List<Change> changes =
        zones.stream()
            .flatMap(zone ->
                ClockChanges.FROM_2020_TO_2037.in(zone).stream()
                    .map(transition -> new Change(zone, transition)))
            .toList();
    Tally tally = new Tally("clock changes of all zones from 2020 to 2037", changes.size());
    changes.parallelStream().forEach(change -> compare(change, tally));
    tally.finish(
        "%,d zones, %d policies, a fixed and a wild line each, -Dtime.seed=%d"
            .formatted(zones.size(), ClockChanges.POLICIES.size(), SEED));
  }

  private static void compare(Change change, Tally tally) {
    long seed = SEED ^ change.hashCode();
    tally.add(
        change + " with seed " + seed,
        () -> ClockChanges.agree(change.zone, change.transition, AROUND, new RandomCron(seed)));
  }
}
