package dev.carillon.core.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTimesTest {

  /** On 2026-03-08 New York goes from 02:00 EST to 03:00 EDT, at 07:00Z. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *       | RUN_AT_TRANSITION | 07:00",
        "30 2 * * *       | SKIP              | ''",
        "30 2 * * *       | SHIFT             | 07:30",
        "0,20,40 2 * * *  | RUN_AT_TRANSITION | 07:00",
        "0,20,40 2 * * *  | SHIFT             | 07:00 07:20 07:40",
        "0,30 2-3 * * *   | RUN_AT_TRANSITION | 07:00 07:30",
        "0,30 2-3 * * *   | SHIFT             | 07:00 07:30",
        "15 2,3 * * *     | RUN_AT_TRANSITION | 07:00 07:15",
        "15 2,3 * * *     | SHIFT             | 07:15",
        "45 1-3 * * *     | SHIFT             | 06:45 07:45",
        "45 1-3 * * *     | SKIP              | 06:45 07:45",
        "45 1-3 * * *     | RUN_AT_TRANSITION | 06:45 07:00 07:45",
        "*/30 2 * * *     | RUN_AT_TRANSITION | ''",
        "*/30 2 * * *     | SHIFT             | ''",
        "30 2 7 3 *       | SHIFT             | ''",
        "30 2 8 3 *       | SHIFT             | 07:30",
      })
  void a_gap_is_met_as_its_policy_says(String line, Gap gap, String expected) {
    CronTimes times = times(line, "America/New_York", gap, OverlapHour.FIRST);
    assertThat(within(times, "2026-03-08T05:30:00Z", "2026-03-08T08:00:00Z"))
        .isEqualTo(instants("2026-03-08", expected));
  }

  /** On 2026-11-01 New York goes from 02:00 EDT back to 01:00 EST, at 06:00Z. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 1 * * *       | FIRST  | 05:30",
        "30 1 * * *       | SECOND | 06:30",
        "30 1 * * *       | BOTH   | 05:30 06:30",
        "0,30 0-2 * * *   | FIRST  | 04:00 04:30 05:00 05:30 07:00 07:30",
        "0,30 0-2 * * *   | SECOND | 04:00 04:30 06:00 06:30 07:00 07:30",
        "0,30 0-2 * * *   | BOTH   | 04:00 04:30 05:00 05:30 06:00 06:30 07:00 07:30",
        "*/30 1 * * *     | FIRST  | 05:00 05:30 06:00 06:30",
        "*/30 1 * * *     | SECOND | 05:00 05:30 06:00 06:30",
      })
  void an_overlap_is_met_as_its_policy_says(String line, OverlapHour hour, String expected) {
    CronTimes times = times(line, "America/New_York", Gap.RUN_AT_TRANSITION, hour);
    assertThat(within(times, "2026-11-01T03:45:00Z", "2026-11-01T08:00:00Z"))
        .isEqualTo(instants("2026-11-01", expected));
  }

  @Test
  void the_first_pass_alone_runs_also_when_the_search_begins_between_the_passes() {
    CronTimes times = Lines.times("30 1 * * *", "America/New_York");
    assertThat(times.next(Instant.parse("2026-11-01T06:00:00Z")))
        .contains(Instant.parse("2026-11-02T06:30:00Z"));
    assertThat(times.previous(Instant.parse("2026-11-01T07:00:00Z")))
        .contains(Instant.parse("2026-11-01T05:30:00Z"));
  }

  @Test
  void a_change_of_half_an_hour_is_met_in_lord_howe() {
    CronTimes wild = Lines.times("*/15 * * * *", "Australia/Lord_Howe");
    assertThat(within(wild, "2024-04-06T14:20:00Z", "2024-04-06T15:40:00Z"))
        .isEqualTo(instants("2024-04-06", "14:30 14:45 15:00 15:15 15:30"));
    CronTimes fixed = Lines.times("15,45 1 * * *", "Australia/Lord_Howe");
    assertThat(within(fixed, "2024-04-06T14:00:00Z", "2024-04-06T16:00:00Z"))
        .isEqualTo(instants("2024-04-06", "14:15 14:45"));
    assertThat(
            within(
                Lines.times("10 2 * * *", "Australia/Lord_Howe"),
                "2024-10-05T15:00:00Z",
                "2024-10-05T16:00:00Z"))
        .isEqualTo(instants("2024-10-05", "15:30"));
  }

  @Test
  void a_date_that_a_zone_leaves_out_has_no_runs_under_any_policy() {
    for (Gap gap : Gap.values()) {
      CronTimes times = times("0 12 * * *", "Pacific/Apia", gap, OverlapHour.FIRST);
      assertThat(within(times, "2011-12-29T12:00:00Z", "2011-12-31T12:00:00Z"))
          .containsExactly(
              Instant.parse("2011-12-29T22:00:00Z"), Instant.parse("2011-12-30T22:00:00Z"));
    }
  }

  @Test
  void a_gap_of_three_hours_is_still_made_up_for_in_casey() {
    // 2020-10-04 00:01 is followed by 03:01, at 16:01Z of the day before
    CronTimes times = Lines.times("30 1 * * *", "Antarctica/Casey");
    assertThat(within(times, "2020-10-03T00:00:00Z", "2020-10-04T00:00:00Z"))
        .containsExactly(Instant.parse("2020-10-03T16:01:00Z"));
  }

  @Test
  void a_year_field_bounds_the_search_on_both_sides() {
    CronTimes times = Lines.times("0 0 0 1 1,7 * 2027,2029", "UTC");
    assertThat(Lines.next(times, Instant.EPOCH, 9))
        .containsExactly(
            Instant.parse("2027-01-01T00:00:00Z"),
            Instant.parse("2027-07-01T00:00:00Z"),
            Instant.parse("2029-01-01T00:00:00Z"),
            Instant.parse("2029-07-01T00:00:00Z"));
    assertThat(times.previous(Instant.parse("2029-01-01T00:00:00Z")))
        .contains(Instant.parse("2027-07-01T00:00:00Z"));
    assertThat(times.previous(Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void quartz_knows_no_year_before_1970() {
    CronTimes times =
        CronTimes.of(
            Lines.parsed("0 0 12 1 1 ?", Dialect.QUARTZ), ZoneId.of("UTC"), DstPolicy.DEFAULT);
    Instant first = Instant.parse("1970-01-01T12:00:00Z");
    assertThat(times.next(Instant.parse("1900-01-01T00:00:00Z"))).contains(first);
    assertThat(times.previous(first)).isEmpty();
    assertThat(times.previous(first.plusSeconds(1))).contains(first);
    assertThat(times.previous(Instant.parse("1950-01-01T00:00:00Z"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 22-2 * * ?   | At 00:00, 01:00, 02:00, 22:00 and 23:00, every day.",
        "0 0 20-2/3 * * ? | At 02:00, 20:00 and 23:00, every day.",
        "58-1 0 9 * * ?   | At 09:00:00, 09:00:01, 09:00:58 and 09:00:59, every day.",
        "0 0 9 ? * FRI-MON | At 09:00, on Monday and Friday to Sunday.",
        "0 0 9 ? NOV-FEB 7 | At 09:00, on Saturday, in January, February, November and December.",
        "0 0 9 30-2 * ?   | At 09:00, on days 1, 2, 30 and 31 of the month.",
        "0 0 9 lw * ?     | At 09:00, on the last weekday (Monday to Friday) of the month.",
        "0 0 9 15w * ?    | At 09:00, on the weekday (Monday to Friday) nearest to day 15 of the month.",
        "0 0 9 ? * l      | At 09:00, on Saturday.",
        "0 0 9 ? * 1l     | At 09:00, on the last Sunday of the month.",
        "0 0 9 L-3W * ?   | At 09:00, on the weekday (Monday to Friday) nearest to the day 3 days"
            + " before the last day of the month.",
      })
  void quartz_wraps_its_ranges_and_reads_letters_in_any_case(String line, String words) {
    assertThat(Lines.parsed(line, Dialect.QUARTZ).explain().words()).isEqualTo(words);
  }

  @Test
  void midnight_that_does_not_exist_runs_at_one_in_sao_paulo() {
    CronTimes times = Lines.times("0 0 * * *", "America/Sao_Paulo");
    assertThat(times.next(Instant.parse("2018-11-03T12:00:00Z")))
        .contains(Instant.parse("2018-11-04T03:00:00Z"));
    assertThat(times.next(Instant.parse("2018-11-04T03:00:00Z")))
        .contains(Instant.parse("2018-11-05T02:00:00Z"));
  }

  @Test
  void the_nominal_date_decides_when_a_gap_crosses_midnight() {
    // Nuuk 2024-03-30: 23:00 is followed by 00:00 of the 31st
    CronTimes thirtieth = Lines.times("30 23 30 3 *", "America/Nuuk");
    assertThat(within(thirtieth, "2024-03-30T00:00:00Z", "2024-04-01T00:00:00Z"))
        .containsExactly(Instant.parse("2024-03-31T01:00:00Z"));
    CronTimes thirtyFirst = Lines.times("30 23 31 3 *", "America/Nuuk");
    assertThat(within(thirtyFirst, "2024-03-30T00:00:00Z", "2024-04-01T12:00:00Z"))
        .containsExactly(Instant.parse("2024-04-01T00:30:00Z"));
  }

  @Test
  void next_and_previous_are_strict_and_whole_seconds() {
    CronTimes times = Lines.times("0 0 12 * * *", "UTC");
    Instant noon = Instant.parse("2026-05-05T12:00:00Z");
    assertThat(times.next(noon.minusNanos(1))).contains(noon);
    assertThat(times.next(noon)).contains(noon.plus(Duration.ofDays(1)));
    assertThat(times.previous(noon.plusNanos(1))).contains(noon);
    assertThat(times.previous(noon)).contains(noon.minus(Duration.ofDays(1)));
    assertThat(times.nextSecond(noon.getEpochSecond() - 1)).isEqualTo(noon.getEpochSecond());
    assertThat(times.previousSecond(noon.getEpochSecond() + 1)).isEqualTo(noon.getEpochSecond());
  }

  @Test
  void count_takes_the_start_and_leaves_the_end_and_ignores_parts_of_a_second() {
    CronTimes times = Lines.times("0 0 12 * * *", "UTC");
    Instant noon = Instant.parse("2026-05-05T12:00:00Z");
    assertThat(times.count(noon, noon)).isZero();
    assertThat(times.count(noon, noon.plusNanos(1))).isEqualTo(1);
    assertThat(times.count(noon.plusNanos(1), noon.plus(Duration.ofDays(1)))).isZero();
    assertThat(times.count(noon, noon.plus(Duration.ofDays(1)))).isEqualTo(1);
    assertThat(times.count(noon.plus(Duration.ofDays(9)), noon)).isZero();
  }

  @Test
  void a_paused_month_of_every_second_is_counted_without_being_walked() {
    CronTimes times = Lines.times("* * * * * *", "America/New_York");
    Instant from = Instant.parse("2026-03-01T05:00:00Z");
    assertThat(times.count(from, Instant.parse("2026-04-01T04:00:00Z")))
        .isEqualTo(31 * 86_400 - 3600);
    long all =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> times.count(Instant.MIN, Instant.MAX));
    assertThat(all).isBetween(9_998L * 365 * 86_400, 10_000L * 366 * 86_400);
  }

  @Test
  void the_ends_of_time_have_no_instant_beyond_them() {
    CronTimes times = Lines.times("0 0 1 1 *", "America/New_York");
    assertThat(times.next(Instant.MAX)).isEmpty();
    assertThat(times.previous(Instant.MIN)).isEmpty();
    assertThat(times.nextSecond(Long.MAX_VALUE)).isEqualTo(CronTimes.NONE);
    assertThat(times.previousSecond(Long.MIN_VALUE)).isEqualTo(CronTimes.NONE);
    assertThat(times.next(Instant.MIN)).isPresent();
    assertThat(times.previous(Instant.MAX)).contains(Instant.parse("9999-01-01T05:00:00Z"));
    assertThat(times.next(Instant.parse("9999-01-01T05:00:00Z"))).isEmpty();
    assertThat(times.count(Instant.MIN, Instant.MAX)).isEqualTo(9_999);
  }

  /** There a clock is 9:18:59 ahead in the year 1, and five hours behind in the year 9999. */
  @Test
  void the_first_and_last_local_second_are_in_reach() {
    CronTimes first = Lines.times("0 0 1 1 *", "Asia/Tokyo");
    Instant start = Instant.ofEpochSecond(LocalTimes.START - (9 * 3600 + 18 * 60 + 59));
    assertThat(first.next(Instant.MIN)).contains(start);
    assertThat(first.next(start.minusSeconds(1))).contains(start);
    assertThat(first.previous(start)).isEmpty();
    assertThat(first.previous(start.plusSeconds(1))).contains(start);
    assertThat(first.count(Instant.MIN, start)).isZero();
    assertThat(first.count(Instant.MIN, start.plusSeconds(1))).isEqualTo(1);
    CronTimes last = Lines.times("59 59 23 31 12 *", "America/New_York");
    Instant end = Instant.ofEpochSecond(LocalTimes.END - 1 + 5 * 3600);
    assertThat(last.previous(Instant.MAX)).contains(end);
    assertThat(last.previous(end.plusSeconds(1))).contains(end);
    assertThat(last.next(end)).isEmpty();
    assertThat(last.next(end.minusSeconds(1))).contains(end);
    assertThat(last.count(end, Instant.MAX)).isEqualTo(1);
    assertThat(last.count(end.plusSeconds(1), Instant.MAX)).isZero();
  }

  @Test
  void the_months_of_the_first_year_are_in_reach() {
    assertThat(Lines.times("0 0 1 3 *", "UTC").previous(Instant.parse("0001-06-01T00:00:00Z")))
        .contains(Instant.parse("0001-03-01T00:00:00Z"));
  }

  @Test
  void a_time_at_the_end_of_a_gap_is_not_made_up_for() {
    CronTimes times = times("0 3 * * *", "America/New_York", Gap.SHIFT, OverlapHour.FIRST);
    assertThat(within(times, "2026-03-08T05:30:00Z", "2026-03-08T12:00:00Z"))
        .isEqualTo(instants("2026-03-08", "07:00"));
  }

  @Test
  void an_expression_that_never_fires_says_so_at_once() {
    for (String line : List.of("0 0 30 2 *", "0 0 31W 4 *", "0 0 0 29 2 * 2100", "* * 31 11 *")) {
      CronTimes times = Lines.times(line, "Africa/Casablanca");
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            assertThat(times.next(Instant.EPOCH)).isEmpty();
            assertThat(times.previous(Instant.EPOCH)).isEmpty();
            assertThat(times.count(Instant.MIN, Instant.MAX)).isZero();
          });
    }
  }

  @Test
  void a_time_that_every_year_falls_into_the_gap_is_searched_in_bounded_time() {
    CronTimes times = times("30 2 * 3 SUN#2", "America/New_York", Gap.SKIP, OverlapHour.FIRST);
    Optional<Instant> next =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> times.next(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(next).isEmpty();
    CronTimes wild = Lines.times("0 * 2 * 3 SUN#2", "America/New_York");
    assertThat(wild.previous(Instant.parse("2026-01-01T00:00:00Z")))
        .hasValueSatisfying(
            last -> assertThat(last).isBefore(Instant.parse("2007-03-11T00:00:00Z")));
  }

  @Test
  void a_leap_day_is_found_across_a_century_that_has_none() {
    CronTimes times = Lines.times("0 0 29 2 *", "UTC");
    assertThat(times.next(Instant.parse("2096-03-01T00:00:00Z")))
        .contains(Instant.parse("2104-02-29T00:00:00Z"));
    assertThat(times.previous(Instant.parse("2104-02-29T00:00:00Z")))
        .contains(Instant.parse("2096-02-29T00:00:00Z"));
    CronTimes mondays = Lines.times("0 0 29 2 +MON", "UTC");
    assertThat(mondays.next(Instant.parse("2072-03-01T00:00:00Z")))
        .contains(Instant.parse("2112-02-29T00:00:00Z"));
  }

  @Test
  void it_knows_what_it_was_made_of() {
    DstPolicy policy = new DstPolicy(Gap.SHIFT, OverlapHour.BOTH);
    CronTimes times = CronTimes.of(Lines.parsed("* * * * *"), ZoneId.of("Europe/Rome"), policy);
    assertThat(times.expression()).isEqualTo(Lines.parsed("* * * * *"));
    assertThat(times.zone()).isEqualTo(ZoneId.of("Europe/Rome"));
    assertThat(times.policy()).isEqualTo(policy);
    assertThat(times)
        .isEqualTo(CronTimes.of(Lines.parsed("* * * * *"), ZoneId.of("Europe/Rome"), policy))
        .hasSameHashCodeAs(
            CronTimes.of(Lines.parsed("* * * * *"), ZoneId.of("Europe/Rome"), policy))
        .isNotEqualTo(Lines.times("* * * * *", "Europe/Rome"))
        .isNotEqualTo(CronTimes.of(Lines.parsed("* * * * *"), ZoneId.of("UTC"), policy))
        .hasToString("* * * * * in Europe/Rome");
  }

  private static CronTimes times(String line, String zone, Gap gap, OverlapHour hour) {
    return CronTimes.of(Lines.parsed(line), ZoneId.of(zone), new DstPolicy(gap, hour));
  }

  /** The instants of a range, found forwards, found backwards, and counted: all must agree. */
  private static List<Instant> within(CronTimes times, String from, String to) {
    Instant start = Instant.parse(from);
    Instant end = Instant.parse(to);
    List<Instant> forwards = new ArrayList<>();
    Optional<Instant> at = times.next(start.minusNanos(1));
    while (at.isPresent() && at.get().isBefore(end)) {
      forwards.add(at.get());
      at = times.next(at.get());
      at.ifPresent(next -> assertThat(next).isAfter(forwards.getLast()));
    }
    List<Instant> backwards = new ArrayList<>();
    at = times.previous(end);
    while (at.isPresent() && !at.get().isBefore(start)) {
      backwards.addFirst(at.get());
      at = times.previous(at.get());
      at.ifPresent(previous -> assertThat(previous).isBefore(backwards.getFirst()));
    }
    assertThat(backwards).isEqualTo(forwards);
    assertThat(times.count(start, end)).isEqualTo(forwards.size());
    return forwards;
  }

  private static List<Instant> instants(String date, String times) {
    return times.isEmpty()
        ? List.of()
        : List.of(times.split(" ")).stream()
            .map(time -> Instant.parse(date + "T" + time + ":00Z"))
            .toList();
  }
}
