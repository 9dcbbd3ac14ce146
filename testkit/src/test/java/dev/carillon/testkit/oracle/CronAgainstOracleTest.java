package dev.carillon.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine in core and the oracle must find the same instants. */
class CronAgainstOracleTest {
  private static final long SEED = 20261124;

  private final RandomCron lines = new RandomCron(SEED);
  private final Random random = new Random(SEED);

  @Test
  void they_agree_on_random_lines_in_random_zones() {
    List<ZoneId> zones = ClockChanges.zones();
    for (int i = 0; i < 800; i++) {
      Instant from = Instant.ofEpochSecond(random.nextLong(1_000_000_000L, 2_000_000_000L));
      ZoneId zone = zones.get(random.nextInt(zones.size()));
      DstPolicy policy = ClockChanges.POLICIES.get(random.nextInt(9));
      Agreement both = Agreement.on(lines.line(), zone, policy);
      both.between(from, from.plus(Duration.ofHours(random.nextInt(1, 40))));
      both.beside(from);
    }
  }

  @Test
  void they_agree_on_which_days_match_over_28_years() {
    LocalDate start = LocalDate.of(2012, 1, 1);
    for (int i = 0; i < 150; i++) {
      String line = "0 12 " + lines.days();
      OracleLine oracle = OracleLine.read(line);
      CronTimes engine = Agreement.on(line, ZoneOffset.UTC, DstPolicy.DEFAULT).engine();
      long matching = 0;
      for (LocalDate day = start; day.getYear() < 2040; day = day.plusDays(1)) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        boolean matches = oracle.matchesDay(day);
        assertThat(engine.count(noon, noon.plusSeconds(1)))
            .as("%s on %s", line, day)
            .isEqualTo(matches ? 1 : 0);
        matching += matches ? 1 : 0;
      }
      assertThat(engine.count(instant(start), instant(LocalDate.of(2040, 1, 1))))
          .as(line)
          .isEqualTo(matching);
    }
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
