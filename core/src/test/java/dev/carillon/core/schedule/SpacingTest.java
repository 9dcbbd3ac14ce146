package dev.carillon.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.cron.Gap;
import dev.carillon.core.cron.OverlapHour;
import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.recurrence.RecurrenceParse;
import dev.carillon.core.recurrence.RecurrenceRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * * *          | UTC           | PT1S",
        "* * * * *            | UTC           | PT1M",
        "0,1 0 * * *          | UTC           | PT1M",
        "0,30 9 * * *         | Europe/Berlin | PT30M",
        "0 0 * * *            | UTC           | PT24H",
        "0 0 * * *            | Europe/Berlin | PT23H",
        "0 0 * * MON          | UTC           | PT168H",
        "59 23 L * *          | UTC           | PT672H",
        "0 0,23 1,31 * *      | UTC           | PT1H",
        "0 23 31 12 *         | UTC           | PT8760H",
        "0 0 29 2 *           | UTC           | PT35064H",
        "0 0 0 1 1 * 2030/10  | UTC           | PT87648H",
        "30 2,3 * * *         | Europe/Berlin | PT30M",
        "0 2,4 * * *          | Europe/Berlin | PT1H",
        "*/45 * * * *         | UTC           | PT15M"
      })
  void the_smallest_gap_is_that_of_the_whole_cycle(String line, String zone, Duration gap) {
    assertThat(Spacing.smallest(cron(line, zone, DstPolicy.DEFAULT), NOW)).contains(gap);
  }

  @Test
  void what_the_policy_makes_of_clock_changes_counts() {
    var line = "0,50 1 * * *";
    var zone = "America/New_York";
    assertThat(Spacing.smallest(cron(line, zone, DstPolicy.DEFAULT), NOW))
        .contains(Duration.ofMinutes(50));
    var both = new DstPolicy(Gap.SKIP, OverlapHour.BOTH);
    assertThat(Spacing.smallest(cron(line, zone, both), NOW)).contains(Duration.ofMinutes(10));
  }

  @Test
  void what_fires_once_or_never_has_no_gap() {
    var once = new Trigger.Once(NOW);
    assertThat(List.of(once, new Trigger.Manual(), new Trigger.Dates(List.of(NOW))))
        .allSatisfy(trigger -> assertThat(Spacing.smallest(trigger, NOW)).isEmpty());
    assertThat(Spacing.smallest(cron("0 0 0 1 1 * 2030", "UTC", DstPolicy.DEFAULT), NOW)).isEmpty();
    assertThat(Spacing.smallest(cron("0 0 30 2 *", "UTC", DstPolicy.DEFAULT), NOW)).isEmpty();
  }

  @Test
  void intervals_dates_and_rules_have_theirs() {
    assertThat(Spacing.smallest(new Trigger.Every(90, Trigger.Unit.MINUTES, NOW), NOW))
        .contains(Duration.ofMinutes(90));
    var dates = List.of(NOW, NOW.plusSeconds(7), NOW.plusSeconds(9));
    assertThat(Spacing.smallest(new Trigger.Dates(dates), NOW)).contains(Duration.ofSeconds(2));
    assertThat(Spacing.smallest(rule("FREQ=DAILY;BYHOUR=2,9"), NOW)).contains(Duration.ofHours(6));
    assertThat(Spacing.smallest(rule("FREQ=MONTHLY;BYMONTHDAY=1,-1"), NOW))
        .contains(Duration.ofHours(24));
  }

  @Test
  void the_time_of_day_when_it_is_asked_changes_nothing() {
    var trigger = cron("0,30 9 * * *", "Europe/Berlin", DstPolicy.DEFAULT);
    for (var minute = 0; minute < 1_440; minute += 7) {
      var asked = NOW.plus(Duration.ofMinutes(minute));
      assertThat(Spacing.smallest(trigger, asked)).contains(Duration.ofMinutes(30));
    }
  }

  @Test
  void no_two_instants_of_a_whole_cycle_are_closer() {
    for (var zone : List.of("Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")) {
      for (var line :
          List.of("15,50 1-3 * * *", "0 2 1,L * *", "*/25 0-4/2 * * 6", "5 3 * * 0,1")) {
        for (var gap : Gap.values()) {
          for (var overlapHour : OverlapHour.values()) {
            var trigger = cron(line, zone, new DstPolicy(gap, overlapHour));
            assertThat(Spacing.smallest(trigger, NOW))
                .as(line + " in " + zone + " " + gap + " " + overlapHour)
                .isEqualTo(walked(trigger));
          }
        }
      }
    }
  }

  private static Optional<Duration> walked(Trigger trigger) {
    var timetable = trigger.timetable();
    var smallest = Duration.ofDays(10_000);
    var here = timetable.after(Instant.parse("2026-01-01T00:00:00Z")).orElseThrow();
    while (here.isBefore(Instant.parse("2054-01-01T00:00:00Z"))) {
      var next = timetable.after(here).orElseThrow();
      var gap = Duration.between(here, next);
      smallest = gap.compareTo(smallest) < 0 ? gap : smallest;
      here = next;
    }
    return Optional.of(smallest);
  }

  private static Trigger cron(String line, String zone, DstPolicy policy) {
    var expression = ((CronParse.Parsed) CronExpression.parse(line)).expression();
    return new Trigger.Cron(CronTimes.of(expression, ZoneId.of(zone), policy));
  }

  private static Trigger rule(String text) {
    var rule = ((RecurrenceParse.Parsed) RecurrenceRule.parse(text)).rule();
    return new Trigger.Recurring(new Recurrence(rule, NOW, ZoneId.of("Europe/Berlin")));
  }
}
