package dev.carillon.testkit.oracle;

import dev.carillon.core.cron.DstPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A million random lines against the oracle, and in words: {@code ./verify --long time}. */
class LongRandomLines {
  private static final long SEED = Long.getLong("time.seed", System.currentTimeMillis());
  private static final long LINES = Long.getLong("time.lines", 1_000_000);

  /** A line that fires each second has as many fires in it as others in months. */
  private static final Duration SPAN = Duration.ofHours(5);

  private static final List<ZoneId> ZONES = ClockChanges.zones();
  private static final Map<ZoneId, List<ZoneOffsetTransition>> CHANGES =
      ZONES.stream().collect(Collectors.toMap(zone -> zone, ClockChanges.FROM_2020_TO_2037::in));

  @Test
  void they_agree_on_random_lines_and_the_words_are_true() {
    Tally tally = new Tally("random lines", LINES);
    LongStream.range(0, LINES)
        .parallel()
        .forEach(i -> tally.add("line " + i, () -> compare(new Random(SEED + 1_000_003 * i))));
    tally.finish(
        "next, previous, count and words, zones and policies drawn, -Dtime.seed=%d"
            .formatted(SEED));
  }

  private static long compare(Random random) {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    List<ZoneOffsetTransition> changes = CHANGES.getOrDefault(zone, List.of());
    boolean atChange = !changes.isEmpty() && random.nextBoolean();
    Instant around =
        atChange
            ? changes.get(random.nextInt(changes.size())).getInstant()
            : Instant.ofEpochSecond(random.nextLong(631_152_000L, 2_840_140_800L));
    int hour = around.atZone(zone).getHour();
    Agreement both = agreement(random, hour, zone);
    Instant from = around.minusSeconds(random.nextLong(SPAN.toSeconds()));
    int fires = both.between(from, from.plus(SPAN)) + both.beside(from);
    Meaning.of(both).mustHold(random);
    return fires;
  }

  private static Agreement agreement(Random random, int hour, ZoneId zone) {
    DstPolicy policy = ClockChanges.POLICIES.get(random.nextInt(ClockChanges.POLICIES.size()));
    RandomCron lines = new RandomCron(random.nextLong());
    return switch (random.nextInt(8)) {
      case 0 -> Agreement.onQuartz(lines.quartz(), zone, policy);
      case 1 -> Agreement.on(lines.lineWithYears(), zone, policy);
      default -> Agreement.on(lines.line(hour), zone, policy);
    };
  }
}
