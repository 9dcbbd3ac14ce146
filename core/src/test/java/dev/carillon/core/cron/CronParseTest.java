package dev.carillon.core.cron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.cron.CronParse.Refused;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronParseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          60 * * * *          | minute: 60 is outside 0-59
          * 24 * * *          | hour: 24 is outside 0-23
          0 0 * * 8           | day-of-week: 8 is outside 0-7
          0 99 0 0 * * *      | minute: 99 is outside 0-59
          0 0 0 * * * 2200    | year: 2200 is outside 1970-2199
          0 0 1 1 99999999999 | day-of-week: 99999999999 is outside 0-7
          0 0 0 * *           | day-of-month: 0 is outside 1-31; with seconds first it needs six \
          fields: 0 0 0 * * *
          0 0 32 * *          | day-of-month: 32 is outside 1-31
          0 0 5-0 * *         | day-of-month: 0 is outside 1-31
          0 0 L- * *          | day-of-month: L- is not a value, a range or a step; special days \
          of the month are L, L-3, LW and 15W, each without a step
          0 0 * * 5#          | day-of-week: 5# does not exist; a weekday comes one to five \
          times in a month: #1 to #5, or #L
          60-99 * * * *       | minute: 60 is outside 0-59
          -99 * * * *         | minute: -99 is not a value, a range or a step
          4294967301 * * * *  | minute: 4294967301 is outside 0-59
          0 0 * * #1          | day-of-week: #1 is not a value, a range or a step; a comment is \
          not part of an expression; use the description
          0 0 * FE *          | month: FE is not a value, a range or a step; a month is 1-12 or \
          JAN to DEC
          0 22-2 * * *        | hour: 22-2 runs backwards; write it as two: 22-23,0-2
          0 0 * NOV-FEB *     | month: NOV-FEB runs backwards; write it as two: NOV-12,1-FEB
          0 0 * * FRI-MON     | day-of-week: FRI-MON runs backwards; write it as two: \
          FRI-SAT,SUN-MON
          0 0 * * SAT-MON     | day-of-week: SAT-MON runs backwards; write it as two: SAT,SUN-MON
          */0 * * * *         | minute: */0 has a step of 0; a step is 1 or more
          1,,2 * * * *        | minute: 1,,2 has an empty place in its list
          1a * * * *          | minute: 1a is not a value, a range or a step
          1,+5,3 * * * *      | minute: +5 is not a value, a range or a step
          0 0 * JANUARY *     | month: JANUARY is not a value, a range or a step; a month is \
          1-12 or JAN to DEC
          0 0 l * *           | day-of-month: l is not a value, a range or a step; L and W are \
          capital letters
          0 0 1/2W * *        | day-of-month: 1/2W is not a value, a range or a step; special \
          days of the month are L, L-3, LW and 15W, each without a step
          0 0 L-31 * *        | day-of-month: L-31 is outside L-0 to L-30
          0 0 * * FRI#6       | day-of-week: FRI#6 does not exist; a weekday comes one to five \
          times in a month: #1 to #5, or #L
          0 0 * * 15W         | day-of-week: 15 is outside 0-7
          H * * * *           | minute: H is not a value, a range or a step; write a number; \
          jitter spreads schedules over the hour
          @every 1h           | cron: @every 1h is not a cron expression; use an interval \
          trigger, which counts from an anchor
          @reboot             | cron: @reboot is not a cron expression; nothing fires at a \
          start; use an interval, once or event trigger
          TZ=UTC 0 0 * * *    | cron: TZ=UTC 0 0 * * * is not a cron expression; give the zone \
          in the schedule's timezone field
          tz=UTC 0 0 * * *    | cron: tz=UTC 0 0 * * * is not a cron expression; give the zone \
          in the schedule's timezone field
          @Daily              | cron: @Daily is not a nickname; write it in lower case: @daily
          @often              | cron: @often is not a nickname; there are @yearly, @annually, \
          @monthly, @weekly, @daily, @midnight and @hourly
          *                   | cron: * has 1 field; write 5 (minute hour day-of-month month \
          day-of-week), 6 (second first) or 7 (second first, year last)
          * * * * * * * * *   | cron: * * * * * * * * * has more than 7 fields; write 6 (second \
          minute hour day-of-month month day-of-week) or 7 (and year)
          """)
  void a_refusal_names_the_field_the_text_and_the_reason(String line, String message) {
    assertThat(CronExpression.parse(line))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.message()).isEqualTo(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 9 * * *     | seconds | cron: 0 9 * * * has 5 fields; put the second in front, or name"
            + " the dialect unix",
        "0 0 9 * * *   | unix    | cron: 0 0 9 * * * has 6 fields; a unix line has 5; with seconds"
            + " first, the dialect is seconds",
        "@daily        | quartz  | cron: @daily is not a nickname; Quartz has no nicknames; @daily"
            + " is known in the unix dialect",
        "0 0 9 * * *   | quartz  | cron: 0 0 9 * * * has ? in neither day field; Quartz wants it in"
            + " exactly one: in the one that does not matter",
        "0 0 9 ? * ?   | quartz  | cron: 0 0 9 ? * ? has ? in both day fields; Quartz wants it in"
            + " exactly one: in the one that does not matter",
        "0 0 9 ? * 0   | quartz  | day-of-week: 0 is outside 1-7",
        "0 0 9 ? * 1 2030-2029 | quartz | year: 2030-2029 runs backwards; write it as two:"
            + " 2030-2199,1970-2029",
        "0 */60 9 ? * 1 | quartz | minute: */60 has a step that Quartz refuses",
        "0 0 9 ? * +MON | quartz | day-of-week: +MON is not a value, a range or a step; a weekday"
            + " is 0-7 or SUN to SAT, alone or as in FRI#2 and FRIL",
      })
  void a_named_dialect_refuses_what_is_not_its_own(String line, String dialect, String message) {
    assertThat(CronExpression.parse(line, Dialect.named(dialect).orElseThrow()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.message()).isEqualTo(message));
  }

  @Test
  void without_a_dialect_the_number_of_fields_decides_and_is_never_quartz() {
    assertThat(Lines.parsed("0 9 * * 1").dialect()).isEqualTo(Dialect.UNIX);
    assertThat(Lines.parsed("@daily").dialect()).isEqualTo(Dialect.UNIX);
    assertThat(Lines.parsed("0 0 12 ? * 2").dialect()).isEqualTo(Dialect.SECONDS);
    assertThat(Lines.parsed("0 0 12 ? * 2 2030").dialect()).isEqualTo(Dialect.SECONDS);
    assertThat(Lines.parsed("0 0 12 ? * 2").explain().words()).contains("Tuesday");
    assertThat(Lines.parsed("0 0 12 ? * 2", Dialect.QUARTZ).explain().words()).contains("Monday");
  }

  @Test
  void a_dialect_is_found_by_its_wire_name_and_its_alias() {
    assertThat(Dialect.named("vixie5")).contains(Dialect.UNIX);
    assertThat(Dialect.named("SECONDS6")).contains(Dialect.SECONDS);
    assertThat(Dialect.named("cronie")).isEqualTo(Optional.empty());
    for (Dialect dialect : Dialect.values()) {
      assertThat(Dialect.named(dialect.wireName())).contains(dialect);
    }
  }

  @Test
  void a_policy_is_found_by_its_wire_name() {
    assertThat(Gap.named("run_at_transition")).contains(Gap.RUN_AT_TRANSITION);
    assertThat(Gap.named("SHIFT")).isEmpty();
    assertThat(OverlapHour.named("second")).contains(OverlapHour.SECOND);
    assertThat(OverlapHour.named("third")).isEmpty();
  }

  @Test
  void the_text_is_kept_without_the_blanks_around_it_and_makes_expressions_equal() {
    CronExpression expression = Lines.parsed(" \t0  9 * * *\t ");
    assertThat(expression.text()).isEqualTo("0  9 * * *");
    assertThat(expression)
        .isEqualTo(Lines.parsed("0  9 * * *"))
        .hasSameHashCodeAs(Lines.parsed("0  9 * * *"))
        .isNotEqualTo(Lines.parsed("0 9 * * *"))
        .hasToString("0  9 * * *");
    assertThat(Lines.parsed("0 0 9 ? * 2"))
        .isNotEqualTo(Lines.parsed("0 0 9 ? * 2", Dialect.QUARTZ));
  }

  @Test
  void lines_that_differ_are_spread_over_a_table() {
    assertThat(Lines.parsed("0 9 * * *").hashCode())
        .isNotEqualTo(Lines.parsed("0 8 * * *").hashCode());
    assertThat(Lines.times("0 9 * * *", "UTC").hashCode())
        .isNotEqualTo(Lines.times("0 8 * * *", "UTC").hashCode());
  }

  @Test
  void a_piece_of_forty_characters_is_told_in_full_and_a_longer_one_is_shortened() {
    String forty = "x".repeat(40);
    assertThat(new Refused("cron", forty, "", Optional.empty()).text()).isEqualTo(forty);
    assertThat(new Refused("cron", forty + "x", "", Optional.empty()).text())
        .isEqualTo(forty + "...");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 * * *\n",
        "0\u00a00 * * *",
        "0 0 * * *\u0000",
        "\u0660 0 * * *",
        "0 0 * * * \r",
        "\uD83D\uDE00"
      })
  void a_character_outside_the_grammar_is_refused(String line) {
    assertThat(CronExpression.parse(line)).isInstanceOf(Refused.class);
  }

  @Test
  void a_comment_is_refused_with_the_place_where_it_belongs() {
    assertThat(CronExpression.parse("# nightly"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.message())
                    .isEqualTo(
                        "cron: # nightly is not a cron expression; a comment is not part of an"
                            + " expression; use the description"));
  }

  @Test
  void a_line_may_be_two_thousand_characters_long() {
    String seconds = "0,".repeat(994) + "00"; // 1,990 and five fields more
    assertThat(CronExpression.parse(seconds + " * * * * *")).isInstanceOf(CronParse.Parsed.class);
    assertThat(CronExpression.parse(seconds + ",0 * * * * *")).isInstanceOf(Refused.class);
  }

  @Test
  void a_hostile_line_costs_no_time_and_its_refusal_is_short() {
    String commas = ",".repeat(100_000);
    String digits = "9".repeat(100_000);
    for (String line :
        new String[] {
          commas,
          commas + " * * * *",
          "0" + ",0".repeat(50_000) + " * * * *",
          digits + " * * * *",
          "*/" + digits + " * * * *",
          "* ".repeat(50_000),
          "0 0 1--100000000 * *",
          "0 0 1-100000000 * *",
          "0 0 1/100000000 * * ",
          "*/99999999999999999999 * * * *",
          "@" + digits,
        }) {
      CronParse parse =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(2), () -> CronExpression.parse(line));
      if (parse instanceof Refused refused) {
        assertThat(refused.message()).hasSizeLessThan(250);
      } else {
        assertThat(line).hasSizeLessThan(100);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 30 2 *          | true",
        "0 0 31 2,4,6,9,11 * | true",
        "0 0 31W 4 *         | true",
        "0 0 L-30 4 *        | true",
        "0 0 L-29 2 *        | true",
        "0 0 30 2 +MON       | true",
        "0 0 30 2 MON        | false",
        "0 0 29 2 *          | false",
        "0 0 29 2 +MON       | false",
        "0 0 * 2 MON#5       | false",
        "0 0 0 29 2 * 2023   | true",
        "0 0 0 29 2 * 2024   | false",
        "0 0 0 29 2 +MON 2024,2028 | true",
        "0 0 0 29 2 +TUE 2024,2028 | false",
      })
  void an_expression_knows_whether_it_can_ever_fire(String line, boolean never) {
    assertThat(Lines.parsed(line).neverFires()).isEqualTo(never);
  }
}
