package dev.carillon.core.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the words are true is shown against the oracle in testkit; here is how they sound. */
class ExplanationTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          * * * * *            | Every minute.
          * * * * * *          | Every second.
          */15 * * * *         | Every 15 minutes.
          0,15,30,45 * * * *   | Every 15 minutes.
          5/15 * * * *         | Every 15 minutes from 00:05 to 23:50.
          */20 8-17 * * *      | Every 20 minutes from 08:00 to 17:40.
          */10 * 9 * * *       | Every 10 seconds from 09:00:00 to 09:59:50.
          @hourly              | Every hour.
          15 * * * *           | Every hour from 00:15 to 23:15.
          0 */2 * * *          | Every 2 hours from 00:00 to 22:00.
          */7 * * * *          | At every 7th minute from 0 to 56 of every hour.
          30 * * * * *         | At second 30 of every minute.
          */10 5 * * * *       | At every 10th second from 0 to 50 of minute 5 of every hour.
          0-45/3 * * * *       | At every 3rd minute from 0 to 45 of every hour.
          */11 * * * *         | At every 11th minute from 0 to 55 of every hour.
          0 9 * * FRI#L        | At 09:00, on the last Friday of the month.
          0-30 9-17 * * *      | At minutes 0 to 30 of hours 9 to 17.
          0 9 * * *            | At 09:00, every day.
          30 5 9,17 * * *      | At 09:05:30 and 17:05:30, every day.
          0 9 * * 1-5          | At 09:00, on Monday to Friday.
          0 9 * * 0            | At 09:00, on Sunday.
          0 9 * * 6-7          | At 09:00, on Saturday and Sunday.
          0 9 * * MON,THU-SUN  | At 09:00, on Monday and Thursday to Sunday.
          0 9 13 * 5           | At 09:00, on day 13 of the month or on Friday.
          0 9 1-31 * 5         | At 09:00, on every day of the month or on Friday.
          0 9 8-14 * +TUE      | At 09:00, on days 8 to 14 of the month, but only on Tuesday.
          0 9 */2 * *          | At 09:00, on every 2nd day from 1 to 31 of the month.
          0 9 L * *            | At 09:00, on the last day of the month.
          0 9 L-1,L-3 * *      | At 09:00, on the day 3 days before the last day and the day \
          before the last day of the month.
          0 9 LW * *           | At 09:00, on the last weekday (Monday to Friday) of the month.
          0 9 1,15W * *        | At 09:00, on day 1 and the weekday (Monday to Friday) nearest \
          to day 15 of the month.
          0 9 * * MON#1,FRIL   | At 09:00, on the first Monday of the month and the last Friday \
          of the month.
          0 9 31W * *          | At 09:00, on the weekday (Monday to Friday) nearest to day 31 \
          of the month.
          0 9 * * 0-7          | At 09:00, on every day of the week.
          0,7,14,21 9,11 * * * | At every 7th minute from 0 to 21 of hours 9 and 11.
          0-9 9 * * *          | At minutes 0 to 9 of hour 9.
          0,5,11,20 9,11 * * * | At minutes 0, 5, 11 and 20 of hours 9 and 11.
          0 0-2,5,9,11,20 * * * | At minute 0 of hours 0 to 2, 5, 9, 11 and 20.
          10 */4 * * *         | At 00:10, 04:10, 08:10, 12:10, 16:10 and 20:10, every day.
          10 10 * * *          | At 10:10, every day.
          0 0 1 1,7 *          | At 00:00, on day 1 of the month, in January and July.
          0 0 9 * 6-8 * 2026-2030/2 | At 09:00, every day, in June to August, in 2026, 2028 and \
          2030.
          0 0 30 2 *           | Never, as there is no such day: at 00:00, on day 30 of the \
          month, in February.
          """)
  void an_expression_is_said_in_plain_english(String line, String words) {
    assertThat(Lines.parsed(line).explain().words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 9 * * 1-5      | ''",
        "*/15 * * * *     | ''",
        "0-59/30 * * * *  | ''",
        "10-40/7 * * * *  | ''",
        "0 9 13 * 5       | EITHER_DAY",
        "0 9 13 * +5      | ''",
        "0 9 */2 * 5      | EITHER_DAY UNEVEN_STEP LEADING_STAR",
        "*/7 * * * *      | UNEVEN_STEP",
        "0-59/7 * * * *   | UNEVEN_STEP",
        "0 */5 * * *      | UNEVEN_STEP",
        "0 0 * */5 *      | UNEVEN_STEP",
        "0 0 * * */2      | UNEVEN_STEP",
        "0 0 */1 * *      | ''",
        "5/15 * * * *     | OPEN_STEP",
        "5/7 * * * *      | OPEN_STEP UNEVEN_STEP",
        "*/60 * * * *     | LONG_STEP",
        "50/15 * * * *    | OPEN_STEP LONG_STEP",
        "59-59/7 * * * *  | ''",
        "0 0 29 2 *       | LEAP_DAY",
        "0 0 29 * *       | SHORT_MONTH",
        "0 0 31 * *       | SHORT_MONTH",
        "0 0 31 1,3 *     | ''",
        "0 0 31,L-30 * *  | SHORT_MONTH",
        "0 0 31,L * *     | ''",
        "0 0 30 2 *       | NEVER_FIRES",
      })
  void what_may_not_be_meant_is_warned_of(String line, String kinds) {
    List<String> actual =
        Lines.parsed(line).explain().warnings().stream().map(w -> w.kind().name()).toList();
    assertThat(String.join(" ", actual)).isEqualTo(kinds);
  }

  @Test
  void an_uneven_step_is_named_with_the_place_where_it_breaks() {
    assertThat(Lines.parsed("*/7 * * * *").explain().warnings())
        .extracting(Warning::text)
        .containsExactly("minute: */7 begins again with every hour: after 56 comes 0");
    assertThat(Lines.parsed("0 0 1 * */1").explain().warnings())
        .extracting(Warning::text)
        .last()
        .isEqualTo(
            "day-of-week: */1 restricts the days, as it is not * alone; Vixie cron would ask for"
                + " both day fields to match");
    assertThat(Warning.Kind.UNEVEN_STEP.wireName()).isEqualTo("uneven_step");
    assertThat(Lines.parsed("0 0 * * */2").explain().warnings())
        .extracting(Warning::text)
        .containsExactly("day-of-week: */2 begins again with every week: after 6 comes 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * * | RUN_AT_TRANSITION | FIRST | America/New_York: the clocks go from 2026-03-08"
            + " 02:00 to 2026-03-08 03:00, which leaves out 02:30: it runs at 03:00",
        "30 2 * * * | SKIP | FIRST | America/New_York: the clocks go from 2026-03-08 02:00 to"
            + " 2026-03-08 03:00, which leaves out 02:30: it does not run then",
        "30 2 * * * | SHIFT | FIRST | America/New_York: the clocks go from 2026-03-08 02:00 to"
            + " 2026-03-08 03:00, which leaves out 02:30: it runs 60 minutes later",
        "30 1 * * * | SKIP | FIRST | America/New_York: the clocks go from 2026-11-01 02:00 to"
            + " 2026-11-01 01:00, which repeats 01:30: it runs the first time only",
        "30 1 * * * | SKIP | SECOND | America/New_York: the clocks go from 2026-11-01 02:00 to"
            + " 2026-11-01 01:00, which repeats 01:30: it runs the second time only",
        "*/30 1 * * * | SKIP | SECOND | America/New_York: the clocks go from 2026-11-01 02:00 to"
            + " 2026-11-01 01:00, which repeats 01:00: it runs both times",
        "*/30 2 * * * | SHIFT | FIRST | America/New_York: the clocks go from 2026-03-08 02:00 to"
            + " 2026-03-08 03:00, which leaves out 02:00: it does not run then",
      })
  void a_fixed_time_inside_the_next_clock_change_is_warned_of(
      String line, Gap gap, OverlapHour hour, String text) {
    CronTimes times =
        CronTimes.of(Lines.parsed(line), ZoneId.of("America/New_York"), new DstPolicy(gap, hour));
    assertThat(times.explain(NOW).warnings()).extracting(Warning::text).containsExactly(text);
  }

  @Test
  void a_day_before_the_last_needs_a_month_so_long() {
    assertThat(Lines.parsed("0 0 L-30 * *").explain().warnings())
        .extracting(Warning::text)
        .containsExactly(
            "a month of fewer than 31 days has no run; L is the last day of any month");
  }

  @Test
  void a_clock_change_is_warned_of_three_years_ahead_and_no_earlier() {
    CronTimes times = Lines.times("0 30 2 14 3 * 2027", "America/New_York");
    Instant early = Instant.parse("2027-03-14T07:00:00Z").minus(Duration.ofDays(3 * 366));
    assertThat(times.explain(early).warnings()).isEmpty();
    assertThat(times.explain(early.plusSeconds(1)).warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.CLOCK_GAP);
  }

  @Test
  void a_date_that_is_left_out_is_warned_of_as_not_running() {
    assertThat(
            Lines.times("30 12 * * *", "Pacific/Apia")
                .explain(Instant.parse("2011-12-01T00:00:00Z"))
                .warnings())
        .extracting(Warning::text)
        .containsExactly(
            "Pacific/Apia: the clocks go from 2011-12-30 00:00 to 2011-12-31 00:00, which leaves"
                + " out 12:30: it does not run then");
  }

  @Test
  void a_time_outside_every_clock_change_is_not_warned_of() {
    assertThat(Lines.times("30 9 * * *", "America/New_York").explain(NOW).warnings()).isEmpty();
    assertThat(Lines.times("30 2 * * MON", "America/New_York").explain(NOW).warnings()).isEmpty();
    assertThat(Lines.times("* * * * *", "America/New_York").explain(NOW).warnings()).isEmpty();
    assertThat(Lines.times("30 2 * * *", "UTC").explain(NOW).warnings()).isEmpty();
    assertThat(Lines.times("0 0 30 2 *", "Europe/Rome").explain(Instant.MAX).warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.NEVER_FIRES);
  }
}
