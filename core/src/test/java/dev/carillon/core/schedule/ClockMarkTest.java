package dev.carillon.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.cron.Gap;
import dev.carillon.core.cron.OverlapHour;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ClockMarkTest {
  private static final DstPolicy BOTH = new DstPolicy(Gap.RUN_AT_TRANSITION, OverlapHour.BOTH);

  @Test
  void what_runs_in_place_of_a_time_left_out_is_made_up() {
    assertMarked("30 2 * * *", DstPolicy.DEFAULT, "2027-03-28T01:00:00Z", ClockMark.MADE_UP);
    var shift = new DstPolicy(Gap.SHIFT, OverlapHour.FIRST);
    assertMarked("30 2 * * *", shift, "2027-03-28T01:30:00Z", ClockMark.MADE_UP);
  }

  @Test
  void the_passes_of_an_hour_that_comes_twice_are_told_apart() {
    assertMarked("30 2 * * *", BOTH, "2027-10-31T00:30:00Z", ClockMark.FIRST_PASS);
    assertMarked("30 2 * * *", BOTH, "2027-10-31T01:30:00Z", ClockMark.SECOND_PASS);
  }

  @Test
  void every_other_instant_has_no_mark() {
    var trigger = cron("30 2 * * *", BOTH);
    assertThat(ClockMark.of(trigger, Instant.parse("2027-03-29T00:30:00Z"))).isEmpty();
    assertThat(ClockMark.of(new Trigger.Manual(), Instant.EPOCH)).isEmpty();
  }

  private static void assertMarked(String line, DstPolicy policy, String at, ClockMark mark) {
    var trigger = cron(line, policy);
    var instant = Instant.parse(at);
    assertThat(trigger.timetable().from(instant)).contains(instant);
    assertThat(ClockMark.of(trigger, instant)).contains(mark);
  }

  private static Trigger cron(String line, DstPolicy policy) {
    var expression = ((CronParse.Parsed) CronExpression.parse(line)).expression();
    return new Trigger.Cron(CronTimes.of(expression, ZoneId.of("Europe/Berlin"), policy));
  }
}
