package dev.carillon.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.cron.DstPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine and the oracle must agree around clock changes; {@link LongClockChanges} does all. */
class ClockChangesTest {
  private static final long SEED = 20261124;
  private static final Duration AROUND = Duration.ofHours(3);

  private final RandomCron lines = new RandomCron(SEED);

  @Test
  void they_agree_around_every_change_from_2020_to_2037_under_every_policy() {
    ClockChanges years = ClockChanges.FROM_2020_TO_2037;
    int changes = 0;
    int fires = 0;
    for (ZoneId zone : years.zonesThatDiffer()) {
      for (ZoneOffsetTransition change : years.in(zone)) {
        fires += ClockChanges.agree(zone, change, AROUND, lines);
        changes++;
      }
    }
    assertThat(changes).isGreaterThan(1_000);
    assertThat(fires).isGreaterThan(100 * changes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Apia",
        "America/Sao_Paulo",
        "Antarctica/Troll",
        "America/Nuuk",
        "America/Scoresbysund",
        "Asia/Pyongyang",
        "Pacific/Kwajalein",
        "Africa/Monrovia",
        "Asia/Kathmandu",
        "America/Caracas"
      })
  void they_agree_around_every_earlier_change_where_it_is_odd(ZoneId zone) {
    for (ZoneOffsetTransition change : ClockChanges.between("1970-01-02", "2020-01-01").in(zone)) {
      ClockChanges.agree(zone, change, AROUND, lines);
    }
  }

  @Test
  void they_agree_on_the_day_that_apia_left_out() {
    for (DstPolicy policy : ClockChanges.POLICIES) {
      for (String line :
          new String[] {"30 12 * * *", "*/30 12 30 * *", "0 0 30,31 12 *", "59 23 29,30 12 FRI"}) {
        Agreement both = Agreement.on(line, ZoneId.of("Pacific/Apia"), policy);
        both.between(Instant.parse("2011-12-28T10:00:00Z"), Instant.parse("2012-01-02T10:00:00Z"));
        both.beside(Instant.parse("2011-12-30T10:00:00Z"));
      }
    }
  }
}
