package dev.carillon.server.schedules;

import static dev.carillon.server.schedules.Drafts.DRAFTING;
import static dev.carillon.server.schedules.Drafts.NOW;
import static dev.carillon.server.schedules.Drafts.draft;
import static dev.carillon.server.schedules.Drafts.errors;
import static dev.carillon.server.schedules.Drafts.next;
import static dev.carillon.server.schedules.Drafts.preview;
import static dev.carillon.server.schedules.Drafts.tree;
import static dev.carillon.server.schedules.Drafts.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.api.schedules.Preview;
import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.calendar.Calendar.Content;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.change.Schedules.Edited;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void an_interval_counts_from_its_anchor_from_the_start_or_from_now() {
    assertThat(next("{'type':'interval','every':90,'unit':'seconds'}"))
        .startsWith("2026-03-02T08:01:30Z", "2026-03-02T08:03:00Z");
    assertThat(next("{'type':'interval','every':1,'unit':'hours','anchor':'2026-03-02T07:30:00Z'}"))
        .startsWith("2026-03-02T08:30:00Z");
    var start = ",'start_at':'2026-03-03T09:00:00Z'";
    assertThat(next("{'type':'interval','every':2,'unit':'days'}", start))
        .startsWith("2026-03-03T09:00:00Z", "2026-03-05T09:00:00Z");
  }

  @Test
  void a_rule_is_read_on_the_clock_of_its_zone() {
    assertThat(
            next(
                "{'type':'rrule','rule':'FREQ=WEEKLY;BYDAY=MO','timezone':'Europe/Berlin',"
                    + "'dtstart':'2026-03-23T08:00:00Z'}"))
        .startsWith("2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z");
  }

  @Test
  void what_is_wrong_is_told_at_its_place() {
    assertWrong("{'type':'interval','every':0,'unit':'days'}", "/every", "every is 1 to 36525");
    assertWrong("{'type':'interval','every':-5,'unit':'hours'}", "/every", "every is 1 to");
    assertWrong("{'type':'interval','every':36526,'unit':'days'}", "/every", "1 to 36525 days");
    assertWrong(
        "{'type':'interval','every':9,'unit':'weeks'}",
        "/unit",
        "unit weeks is not known; it is one of: seconds, minutes, hours, days");
    assertWrong("{'type':'dates','at':[]}", "/at", "dates are 1 to 1000, not 0");
    assertWrong(
        "{'type':'rrule','rule':'FREQ=DAILY;BYHOUR=24'}",
        "/rule",
        "invalid recurrence rule: BYHOUR: 24 is not 0 to 23");
    assertWrong(
        "{'type':'rrule','rule':'FREQ=DAILY','timezone':'PST'}",
        "/timezone",
        "invalid timezone: PST");
    assertWrong(
        "{'type':'rrule','rule':'FREQ=DAILY','dtstart':'2400-01-01T00:00:00Z'}",
        "/dtstart",
        "dtstart lies in the years 1970 to 2399");
  }

  @Test
  void what_never_fires_is_refused_with_what_to_do() {
    assertWrong("{'type':'once','at':'2026-03-01T00:00:00Z'}", "/at", "give a time to come");
    assertWrong("{'type':'dates','at':['2026-03-01T00:00:00Z']}", "/at", "add one to come");
    assertWrong(
        "{'type':'rrule','rule':'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'}", "/rule", "never fires");
    assertWrong(
        "{'type':'rrule','rule':'FREQ=DAILY;COUNT=2','dtstart':'2026-01-01T00:00:00Z'}",
        "/rule",
        "look at COUNT and UNTIL");
  }

  @Test
  void bounds_that_leave_nothing_are_refused() {
    var hourly = "{'type':'interval','every':1,'unit':'hours'}";
    assertThat(errors(hourly, ",'end_at':'2026-03-02T08:30:00Z'").getFirst().pointer())
        .contains("/end_at");
    var turned = ",'start_at':'2027-01-02T00:00:00Z','end_at':'2027-01-01T00:00:00Z'";
    assertThat(errors(hourly, turned).getFirst().detail()).contains("before start_at");
    assertThat(errors(hourly, ",'max_runs':0").getFirst().pointer()).contains("/max_runs");
  }

  @Test
  void a_trigger_that_is_patched_keeps_what_it_counts_from() {
    var present = edited("{'type':'interval','every':90,'unit':'seconds'}");
    var draft = Editing.patch(present, tree("{'trigger':{'every':60}}"));
    var later = NOW.plusSeconds(1_000);
    assertThat(
            DRAFTING
                .edit(draft, later, present.definition(), Sights.NOTHING)
                .definition()
                .trigger())
        .isEqualTo(
            new Trigger.Every(60, Trigger.Unit.SECONDS, Instant.parse("2026-03-02T08:00:00Z")));
  }

  @Test
  void a_trigger_that_is_sent_again_counts_on_from_where_it_did() {
    for (var trigger :
        List.of(
            "{'type':'interval','every':90,'unit':'seconds'}",
            "{'type':'rrule','rule':'FREQ=HOURLY'}")) {
      var present = edited(trigger);
      var draft = Editing.put(present, tree("{'trigger':" + trigger + "}"));
      var later = NOW.plusSeconds(1_000);
      assertThat(DRAFTING.edit(draft, later, present.definition(), Sights.NOTHING).definition())
          .isEqualTo(present.definition());
    }
  }

  @Test
  void the_shorthand_takes_the_place_of_any_other_trigger() {
    var present = edited("{'type':'once','at':'2027-01-01T00:00:00Z'}");
    var draft = Editing.put(present, tree("{'cron_expression':'0 9 * * *'}"));
    assertThat(
            DRAFTING.edit(draft, NOW, present.definition(), Sights.NOTHING).definition().trigger())
        .isInstanceOf(Trigger.Cron.class);
    var zone =
        Refusals.entries(
            catchThrowableOfType(
                Refusal.class, () -> Editing.put(present, tree("{'timezone':'UTC'}"))));
    assertThat(zone.getFirst().detail()).contains("of the type once");
  }

  @Test
  void a_schedule_that_was_once_may_still_be_renamed() {
    var present = edited("{'type':'once','at':'2026-03-02T09:00:00Z'}");
    var draft = Editing.patch(present, tree("{'name':'b'}"));
    var later = NOW.plusSeconds(100_000);
    assertThat(DRAFTING.edit(draft, later, present.definition(), Sights.NOTHING).heading().name())
        .isEqualTo("b");
  }

  @Test
  void a_schedule_that_is_due_too_often_is_refused_whenever_it_is_sent() {
    var hourly = new Drafting("echo", Duration.ofHours(1));
    var draft = draft("{'type':'cron','expression':'0,30 9 * * *'}", "");
    for (var hour = 0; hour < 24; hour++) {
      var now = NOW.plus(Duration.ofHours(hour)).plusSeconds(4_000);
      var refusal =
          catchThrowableOfType(Refusal.class, () -> hourly.create(draft, now, Sights.NOTHING));
      assertThat(Refusals.entries(refusal).getFirst().detail())
          .startsWith("cron interval too short: must be at least 60 minutes")
          .endsWith("two of its times are only 30 minutes apart");
      assertThat(Refusals.entries(refusal).getFirst().pointer()).contains("/trigger/expression");
    }
  }

  @Test
  void what_is_wrong_with_a_jitter_is_told_at_its_place() {
    var spec = "{'type':'manual'}";
    assertThat(errors(spec, ",'jitter':{'span_ms':86400001}").getFirst().pointer())
        .contains("/jitter/span_ms");
    assertThat(errors(spec, ",'jitter':{'span_ms':-1}").getFirst().detail())
        .isEqualTo("span_ms is 0 to 86400000");
    assertThat(errors(spec, ",'jitter':{'mode':'before'}").getFirst().detail())
        .isEqualTo("mode before is not known; it is one of: after, around");
  }

  @Test
  void a_window_has_the_zone_of_the_trigger_and_leaves_out_what_lies_outside() {
    var spec = "{'type':'cron','expression':'0 * * * *','timezone':'Europe/Berlin'}";
    var more = ",'execution_window':{'from':'09:00','to':'10:30'}";
    var preview = whole(spec, more);
    assertThat(preview.next())
        .extracting(Preview.Next::local)
        .containsExactly(
            "2026-03-02T10:00:00+01:00", "2026-03-03T09:00:00+01:00", "2026-03-03T10:00:00+01:00");
    var left = preview.leftOut().getFirst();
    assertThat(left.from()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(left.until()).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(left.covers()).isEqualTo(22);
    assertThat(left.reason()).isEqualTo("window");
    var waits = more.replace("'}", "','outside':'wait'}");
    assertThat(preview(spec, waits, Optional.empty()).get(1).desiredAt())
        .contains(Instant.parse("2026-03-03T08:00:00Z"));
  }

  @Test
  void what_is_wrong_with_a_window_is_told_at_its_place() {
    var daily = "{'type':'cron','expression':'0 3 * * *'}";
    assertThat(
            errors(daily, ",'execution_window':{'from':'09:00','to':'17:00'}").getFirst().detail())
        .startsWith("it never fires: none of its times to come lies within execution_window");
    assertThat(
            errors(daily, ",'execution_window':{'from':'09:00','to':'09:00'}").getFirst().detail())
        .startsWith("a window that opens and closes at the same time");
    for (var odd : List.of("24:00", "9:00", "09:60", "nine", "09:00Z")) {
      var error = errors(daily, ",'execution_window':{'from':'%s','to':'17:00'}".formatted(odd));
      assertThat(error.getFirst().pointer()).as(odd).contains("/execution_window/from");
    }
    var zone = ",'execution_window':{'from':'02:00','to':'17:00','zone':'PST'}";
    assertThat(errors(daily, zone).getFirst().pointer()).contains("/execution_window/zone");
  }

  @Test
  void only_times_an_hour_apart_go_to_another_day() {
    var dates = new Content.Dates(new TreeSet<>(List.of(LocalDate.of(2026, 3, 3))));
    var calendar = Optional.of(new Calendar(dates, Optional.empty()));
    var more = ",'calendars':{'exclude':['c'],'on_excluded':'next_business_day'}";
    var often = draft("{'type':'interval','every':59,'unit':'minutes'}", more);
    var refusal =
        catchThrowableOfType(
            Refusal.class, () -> DRAFTING.create(often, NOW, Sights.knowing(_ -> calendar)));
    var error = Refusals.entries(refusal).getFirst();
    assertThat(error.pointer()).contains("/calendars/on_excluded");
    assertThat(error.detail()).contains("at least 60 minutes apart").endsWith("skip them instead");
    var hourly = draft("{'type':'interval','every':1,'unit':'hours'}", more);
    assertThat(
            DRAFTING
                .create(hourly, NOW, Sights.knowing(_ -> calendar))
                .definition()
                .bounds()
                .calendars()
                .names())
        .containsExactly("c");
  }

  @Test
  void a_schedule_that_its_calendars_never_let_run_is_refused() {
    var dates = new Content.Dates(new TreeSet<>(List.of(LocalDate.of(2020, 3, 3))));
    var calendar = Optional.of(new Calendar(dates, Optional.empty()));
    var never =
        draft("{'type':'interval','every':1,'unit':'days'}", ",'calendars':{'include':['past']}");
    var refusal =
        catchThrowableOfType(
            Refusal.class, () -> DRAFTING.create(never, NOW, Sights.knowing(_ -> calendar)));
    var error = Refusals.entries(refusal).getFirst();
    assertThat(error.pointer()).contains("/calendars");
    assertThat(error.detail()).startsWith("it never fires");
  }

  private static void assertWrong(String trigger, String place, String words) {
    var error = errors(trigger, "").getFirst();
    assertThat(error.pointer()).as(trigger).contains("/trigger" + place);
    assertThat(error.detail()).as(trigger).contains(words);
  }

  private static Edited edited(String trigger) {
    var drafted = DRAFTING.create(draft(trigger, ""), NOW, Sights.NOTHING);
    return new Edited(drafted.heading(), drafted.definition());
  }
}
