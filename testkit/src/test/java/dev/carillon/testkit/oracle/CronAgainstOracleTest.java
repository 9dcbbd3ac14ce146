package dev.carillon.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.cron.Gap;
import dev.carillon.core.cron.OverlapHour;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The engine in core and the oracle must find the same instants. */
class CronAgainstOracleTest {
  private static final long SEED = 20261124;
  private static final Duration AROUND = Duration.ofHours(3);

  private final RandomCron lines = new RandomCron(SEED);
  private final Random random = new Random(SEED);

  @Test
  void they_agree_around_every_clock_change_of_every_zone_from_2020_to_2037() {
    int changes = 0;
    for (ZoneId zone : zonesThatDiffer()) {
      for (ZoneOffsetTransition change : changes(zone, "2020-01-01", "2038-01-01")) {
        compareAround(change, zone);
        changes++;
      }
    }
    assertThat(changes).isGreaterThan(1_000);
  }

  @Test
  void they_agree_around_each_change_since_1970_where_it_is_odd() {
    for (String zone :
        List.of(
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
            "America/Caracas")) {
      for (ZoneOffsetTransition change : changes(ZoneId.of(zone), "1970-01-02", "2038-01-01")) {
        compareAround(change, ZoneId.of(zone));
      }
    }
  }

  @Test
  void they_agree_on_random_lines_in_random_zones() {
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int i = 0; i < 800; i++) {
      Instant from = Instant.ofEpochSecond(random.nextLong(1_000_000_000L, 2_000_000_000L));
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      compare(lines.line(), zone, from, from.plus(Duration.ofHours(random.nextInt(1, 40))));
    }
  }

  @Test
  void they_agree_on_which_days_match_over_28_years() {
    LocalDate start = LocalDate.of(2012, 1, 1);
    for (int i = 0; i < 150; i++) {
      String line = "0 12 " + lines.days();
      OracleLine oracle = OracleLine.read(line);
      CronTimes engine = times(line, ZoneOffset.UTC, DstPolicy.DEFAULT);
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

  private void compareAround(ZoneOffsetTransition change, ZoneId zone) {
    int hour = change.getDateTimeBefore().getHour();
    for (int i = 0; i < 2; i++) {
      Instant from = change.getInstant().minus(AROUND);
      compare(lines.line(hour), zone, from, change.getInstant().plus(AROUND));
    }
  }

  private void compare(String line, ZoneId zone, Instant from, Instant to) {
    Gap gap = List.of(Gap.values()).get(random.nextInt(3));
    OverlapHour hour = List.of(OverlapHour.values()).get(random.nextInt(3));
    List<Instant> expected =
        new CronOracle(gap.wireName(), hour.wireName()).between(line, zone, from, to);
    CronTimes engine = times(line, zone, new DstPolicy(gap, hour));
    String what = line + " in " + zone + " " + gap + " " + hour + " from " + from + " to " + to;
    assertThat(forwards(engine, from, to)).as(what).isEqualTo(expected);
    assertThat(backwards(engine, from, to)).as(what).isEqualTo(expected);
    assertThat(engine.count(from, to)).as(what).isEqualTo(expected.size());
  }

  private static List<Instant> forwards(CronTimes times, Instant from, Instant to) {
    List<Instant> found = new ArrayList<>();
    Optional<Instant> at = times.next(from.minusSeconds(1));
    while (at.isPresent() && at.get().isBefore(to)) {
      found.add(at.get());
      at = times.next(at.get());
    }
    return found;
  }

  private static List<Instant> backwards(CronTimes times, Instant from, Instant to) {
    List<Instant> found = new ArrayList<>();
    Optional<Instant> at = times.previous(to);
    while (at.isPresent() && !at.get().isBefore(from)) {
      found.add(at.get());
      at = times.previous(at.get());
    }
    return found.reversed();
  }

  private static CronTimes times(String line, ZoneId zone, DstPolicy policy) {
    return switch (CronExpression.parse(line)) {
      case CronParse.Parsed(var expression) -> CronTimes.of(expression, zone, policy);
      case CronParse.Refused refused -> throw new AssertionError(line + ": " + refused.message());
    };
  }

  private static Instant instant(LocalDate day) {
    return LocalDateTime.of(day, java.time.LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
  }

  /** One zone for each set of rules: most names are aliases, or differ only in the past. */
  private static Collection<ZoneId> zonesThatDiffer() {
    Map<String, ZoneId> byChanges = new TreeMap<>();
    for (String name : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(name);
      byChanges.putIfAbsent(changes(zone, "2020-01-01", "2038-01-01").toString(), zone);
    }
    return byChanges.values();
  }

  private static List<ZoneOffsetTransition> changes(ZoneId zone, String from, String to) {
    ZoneRules rules = zone.getRules();
    Instant end = instant(LocalDate.parse(to));
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition change = rules.nextTransition(instant(LocalDate.parse(from)));
    while (change != null && change.getInstant().isBefore(end)) {
      changes.add(change);
      change = rules.nextTransition(change.getInstant());
    }
    return changes;
  }
}
