package dev.carillon.core.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void the_examples_of_the_standard_give_its_dates() {
    assertThat(days("FREQ=DAILY;INTERVAL=10;COUNT=5"))
        .containsExactly("1997-09-02", "1997-09-12", "1997-09-22", "1997-10-02", "1997-10-12");
    assertThat(days("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH"))
        .containsExactly(
            "1997-09-02",
            "1997-09-04",
            "1997-09-16",
            "1997-09-18",
            "1997-09-30",
            "1997-10-02",
            "1997-10-14",
            "1997-10-16");
    assertThat(days("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO"))
        .containsExactly(
            "1997-09-22", "1997-10-20", "1997-11-17", "1997-12-22", "1998-01-19", "1998-02-16");
    assertThat(days("FREQ=MONTHLY;COUNT=5;BYMONTHDAY=1,-1"))
        .containsExactly("1997-09-30", "1997-10-01", "1997-10-31", "1997-11-01", "1997-11-30");
    assertThat(days("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=4"))
        .containsExactly("1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13");
    assertThat(days("FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200"))
        .containsExactly("2000-01-01", "2000-04-09", "2000-07-18", "2003-01-01");
    assertThat(days("FREQ=YEARLY;BYDAY=20MO;COUNT=3"))
        .containsExactly("1998-05-18", "1999-05-17", "2000-05-15");
    assertThat(days("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3"))
        .containsExactly("1998-05-11", "1999-05-17", "2000-05-15");
    var election = "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3";
    assertThat(days(election, "1996-11-05T09:00"))
        .containsExactly("1996-11-05", "2000-11-07", "2004-11-02");
    assertThat(days("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3"))
        .containsExactly("1997-09-04", "1997-10-07", "1997-11-06");
    assertThat(days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3"))
        .containsExactly("1997-09-29", "1997-10-30", "1997-11-27");
    assertThat(days("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=4"))
        .containsExactly("1997-09-15", "1997-09-30", "1997-10-15", "1997-10-30");
  }

  @Test
  void a_week_that_begins_on_another_day_gives_other_dates() {
    var start = "1997-08-05T09:00";
    assertThat(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", start))
        .containsExactly("1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24");
    assertThat(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", start))
        .containsExactly("1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31");
  }

  @Test
  void the_end_counts_and_nothing_after_it() {
    var until = recurrence("FREQ=DAILY;UNTIL=19970904T130000Z", "1997-09-02T09:00", NEW_YORK);
    assertThat(all(until, 9)).hasSize(3).last().isEqualTo(Instant.parse("1997-09-04T13:00:00Z"));
    var day = recurrence("FREQ=DAILY;UNTIL=19970904", "1997-09-02T09:00", NEW_YORK);
    assertThat(all(day, 9)).isEqualTo(all(until, 9));
    var local = recurrence("FREQ=DAILY;UNTIL=19970904T085959", "1997-09-02T09:00", NEW_YORK);
    assertThat(all(local, 9)).hasSize(2);
    assertThat(local.previous(Instant.MAX)).contains(Instant.parse("1997-09-03T13:00:00Z"));
    assertThat(local.count(Instant.MIN, Instant.MAX)).isEqualTo(2);
  }

  @Test
  void a_time_in_the_gap_is_read_with_the_offset_before_it_and_one_that_comes_twice_is_the_first() {
    var gap = recurrence("FREQ=DAILY;COUNT=3", "2026-03-07T02:30", NEW_YORK);
    assertThat(all(gap, 9))
        .containsExactly(
            Instant.parse("2026-03-07T07:30:00Z"),
            Instant.parse("2026-03-08T07:30:00Z"),
            Instant.parse("2026-03-09T06:30:00Z"));
    var overlap = recurrence("FREQ=DAILY;COUNT=2", "2026-10-31T01:30", NEW_YORK);
    assertThat(all(overlap, 9))
        .containsExactly(
            Instant.parse("2026-10-31T05:30:00Z"), Instant.parse("2026-11-01T05:30:00Z"));
    var hours = recurrence("FREQ=HOURLY", "2026-03-08T00:30", NEW_YORK);
    assertThat(all(hours, 4))
        .as("02:30 and 03:30 are one instant")
        .containsExactly(
            Instant.parse("2026-03-08T05:30:00Z"),
            Instant.parse("2026-03-08T06:30:00Z"),
            Instant.parse("2026-03-08T07:30:00Z"),
            Instant.parse("2026-03-08T08:30:00Z"));
  }

  @ParameterizedTest
  @Timeout(5)
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
        "FREQ=SECONDLY;INTERVAL=86400;BYHOUR=10",
        "FREQ=SECONDLY;INTERVAL=7;BYDAY=MO;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=MINUTELY;INTERVAL=999999999;BYMONTH=4",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=3,4,5",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=7",
        "FREQ=WEEKLY;INTERVAL=999999999;BYMONTH=7",
        "FREQ=YEARLY;INTERVAL=999999999;BYMONTH=1",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;COUNT=999999999",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=DAILY;UNTIL=20200101",
        "FREQ=SECONDLY;BYSETPOS=2;BYSECOND=1,2"
      })
  void a_rule_that_never_fires_says_so_at_once(String rule) {
    var never = recurrence(rule, "2026-01-01T00:00", NEW_YORK);
    assertThat(never.next(never.start())).isEmpty();
    assertThat(never.next(Instant.MIN).filter(first -> !first.equals(never.start()))).isEmpty();
  }

  @ParameterizedTest
  @Timeout(5)
  @ValueSource(
      strings = {
        "FREQ=SECONDLY;COUNT=999999999",
        "FREQ=SECONDLY;INTERVAL=7;BYHOUR=1,2,3;COUNT=999999999",
        "FREQ=SECONDLY;INTERVAL=1025;BYDAY=MO;COUNT=999999999",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=23;BYMINUTE=59;BYSECOND=59;COUNT=999999999"
      })
  void the_largest_counts_and_spans_are_bounded_work(String rule) {
    var large = recurrence(rule, "2026-01-01T00:00", NEW_YORK);
    assertThat(large.previous(Instant.MAX)).isPresent();
    assertThat(large.count(Instant.MIN, Instant.MAX)).isPositive();
  }

  @Test
  void after_before_and_count_agree_with_slow_enumeration() {
    var random = new Random(5545);
    for (var i = 0; i < 120; i++) {
      var text = RandomRule.next(random);
      var start = LocalDateTime.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28), 0, 0);
      start = start.plusSeconds(random.nextInt(86_400));
      var zone =
          List.of(
                  ZoneOffset.UTC,
                  NEW_YORK,
                  ZoneId.of("Australia/Lord_Howe"),
                  ZoneId.of("Europe/Berlin"))
              .get(random.nextInt(4));
      agrees(text, start, zone, RandomRule.span(text));
    }
  }

  private static void agrees(String text, LocalDateTime start, ZoneId zone, Duration span) {
    var what = text + " from " + start + " in " + zone;
    var end = start.plus(span);
    var expected = new SlowRule(text, start).until(end, zone);
    var engine = recurrence(text, start.toString(), zone);
    var limit = end.minusHours(3).atZone(zone).toInstant();
    var within = expected.stream().filter(at -> at.isBefore(limit)).toList();
    var from = start.atZone(zone).toInstant();
    assertThat(upTo(engine, limit, within.size() + 1)).as(what).isEqualTo(within);
    assertThat(engine.count(from, limit)).as(what).isEqualTo(within.size());
    for (var i = 0; i < Math.min(within.size(), 50); i++) {
      var at = within.get(within.size() - 1 - i);
      var earlier = engine.previous(at);
      var place = within.size() - 2 - i;
      assertThat(earlier.stream().toList())
          .as(what + " before " + at)
          .isEqualTo(place < 0 ? List.of() : List.of(within.get(place)));
      assertThat(engine.count(at, limit)).as(what).isEqualTo(i + 1L);
    }
  }

  private static List<Instant> upTo(Recurrence engine, Instant limit, int most) {
    var found = new ArrayList<Instant>();
    var next = engine.next(engine.start().minusSeconds(1));
    while (next.isPresent() && next.get().isBefore(limit) && found.size() < most) {
      found.add(next.get());
      next = engine.next(next.get());
    }
    return found;
  }

  @Test
  void a_start_that_no_calendar_of_ours_has_is_refused() {
    var rule = rule("FREQ=DAILY");
    for (var start : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH.plusMillis(1))) {
      assertThatThrownBy(() -> new Recurrence(rule, start, ZoneOffset.UTC))
          .hasMessageContaining("starts");
    }
  }

  private static List<String> days(String rule) {
    return days(rule, "1997-09-02T09:00");
  }

  private static List<String> days(String rule, String start) {
    return all(recurrence(rule, start, NEW_YORK), 20).stream()
        .map(at -> at.atZone(NEW_YORK).toLocalDate().toString())
        .toList();
  }

  private static List<Instant> all(Recurrence recurrence, int most) {
    return upTo(recurrence, Instant.MAX, most);
  }

  static Recurrence recurrence(String text, String start, ZoneId zone) {
    return new Recurrence(rule(text), LocalDateTime.parse(start).atZone(zone).toInstant(), zone);
  }

  static RecurrenceRule rule(String text) {
    return switch (RecurrenceRule.parse(text)) {
      case RecurrenceParse.Parsed(var rule) -> rule;
      case RecurrenceParse.Refused(var message) -> throw new AssertionError(message);
    };
  }
}
