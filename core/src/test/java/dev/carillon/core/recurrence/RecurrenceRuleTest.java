package dev.carillon.core.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecurrenceRuleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void what_is_wrong_is_said_with_the_part_and_what_is_wanted() {
    Map.of(
            "", "an empty part is no part of a rule",
            "BYDAY=MO", "FREQ is missing",
            "FREQ=OFTEN", "FREQ: OFTEN is not one of SECONDLY",
            "FREQ=DAILY;INTERVAL=0", "INTERVAL: 0 is not 1 to 999999999",
            "FREQ=DAILY;BYHOUR=9,24", "BYHOUR: 24 is not 0 to 23",
            "FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY: 0 is not 1 to 31 or -1 to -31",
            "FREQ=WEEKLY;BYDAY=MONDAY", "BYDAY: MONDAY is no day such as MO",
            "FREQ=DAILY;FREQ=DAILY", "FREQ stands there twice",
            "FREQ=DAILY;BYWHAT=1", "BYWHAT is no part of a rule")
        .forEach(RecurrenceRuleTest::assertRefused);
    Map.of(
            "DTSTART:20260101", "is no part of a rule",
            "FREQ=DAILY;DTSTART=20260101", "in the field dtstart",
            "FREQ=DAILY;COUNT=2;UNTIL=20270101", "COUNT and UNTIL do not stand beside each other",
            "FREQ=DAILY;UNTIL=20270231", "UNTIL: there is no 20270231",
            "FREQ=DAILY;UNTIL=2027-01-01", "UNTIL: 2027-01-01 is not like 20270131T090000Z",
            "FREQ=WEEKLY;BYDAY=2MO", "needs FREQ=MONTHLY or FREQ=YEARLY",
            "FREQ=MONTHLY;BYWEEKNO=2", "BYWEEKNO does not stand beside FREQ=MONTHLY",
            "FREQ=WEEKLY;BYMONTHDAY=2", "BYMONTHDAY does not stand beside FREQ=WEEKLY",
            "FREQ=DAILY;BYYEARDAY=2", "BYYEARDAY does not stand beside FREQ=DAILY",
            "FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS chooses among what another BY part names")
        .forEach(RecurrenceRuleTest::assertRefused);
    assertRefused("FREQ=DAILY;BYHOUR=" + "1,".repeat(1_000) + "1", "more than 1000 characters");
  }

  private static void assertRefused(String text, String words) {
    assertThat(RecurrenceRule.parse(text))
        .as(text)
        .isInstanceOfSatisfying(
            RecurrenceParse.Refused.class,
            refused -> assertThat(refused.message()).contains(words));
  }

  @Test
  void a_rule_is_read_in_any_case_and_with_its_name_before_it() {
    for (var text : List.of("RRULE:FREQ=DAILY;COUNT=3", " freq=daily;count=3 ")) {
      assertThat(RecurrenceRule.parse(text)).isInstanceOf(RecurrenceParse.Parsed.class);
    }
  }

  @Test
  void every_part_of_a_rule_is_in_its_words() {
    assertWords(
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=10",
        "Every 2 weeks, on Monday and Friday, at 09:00, counted from 2026-03-02 09:00, 10 times.");
    assertWords("FREQ=DAILY", "Every day, at 09:00, counted from 2026-03-02 09:00.");
    assertWords(
        "FREQ=MONTHLY;BYMONTHDAY=1,-1;BYHOUR=9,17;BYMINUTE=30;UNTIL=20270131",
        "Every month, on the last and the 1st day of the month, at 09:30 and 17:30,"
            + " counted from 2026-03-02 09:00, until the end of 2027-01-31.");
    assertWords(
        "FREQ=MONTHLY;BYDAY=2TU,-1FR",
        "Every month, on the 2nd Tuesday and the last Friday of the month, at 09:00,"
            + " counted from 2026-03-02 09:00.");
    assertWords(
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "Every month, on the 13th day of the month, only on Friday, at 09:00,"
            + " counted from 2026-03-02 09:00.");
    assertWords(
        "FREQ=YEARLY",
        "Every year, in March, on the 2nd day of the month, at 09:00,"
            + " counted from 2026-03-02 09:00.");
    assertWords(
        "FREQ=YEARLY;BYWEEKNO=20,-2;BYSETPOS=1;BYHOUR=1,2,3,4,5,6,7",
        "Every year, in the 2nd to last and the 20th week of the year, on Monday,"
            + " in hours 1, 2, 3, 4, 5, 6 and 7, in minute 0, in second 0,"
            + " of these only the 1st in each year, counted from 2026-03-02 09:00.");
    assertWords(
        "FREQ=MINUTELY;INTERVAL=15;BYHOUR=9,10",
        "Every 15 minutes, in hours 9 and 10, in second 0, counted from 2026-03-02 09:00.");
  }

  private static void assertWords(String rule, String words) {
    assertThat(RecurrenceTest.recurrence(rule, "2026-03-02T09:00", BERLIN).words())
        .isEqualTo(words);
  }
}
