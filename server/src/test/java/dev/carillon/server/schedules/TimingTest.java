package dev.carillon.server.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.problem.Problem;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.change.Schedules.Edited;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Refusals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class TimingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");

  private final Drafting drafting = new Drafting("echo", Duration.ofSeconds(1));

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
  void a_preview_stops_at_the_end_and_at_the_last_run() {
    var trigger = "{'type':'interval','every':1,'unit':'hours'}";
    assertThat(next(trigger, ",'end_at':'2026-03-02T10:00:00Z'"))
        .containsExactly("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z");
    assertThat(next(trigger, ",'max_runs':1")).containsExactly("2026-03-02T09:00:00Z");
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
            drafting
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
      assertThat(drafting.edit(draft, later, present.definition(), Sights.NOTHING).definition())
          .isEqualTo(present.definition());
    }
  }

  @Test
  void the_shorthand_takes_the_place_of_any_other_trigger() {
    var present = edited("{'type':'once','at':'2027-01-01T00:00:00Z'}");
    var draft = Editing.put(present, tree("{'cron_expression':'0 9 * * *'}"));
    assertThat(
            drafting.edit(draft, NOW, present.definition(), Sights.NOTHING).definition().trigger())
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
    assertThat(drafting.edit(draft, later, present.definition(), Sights.NOTHING).heading().name())
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
  void a_preview_refuses_what_is_due_too_often_and_tells_the_smallest_gap() {
    var spec = "{'type':'cron','expression':'0,1 0 * * *','timezone':'Europe/Berlin'}";
    var request = new PreviewRequest(draft(spec, ""), Optional.of(3), Optional.empty());
    assertThat(
            Previewing.preview(request, NOW, Duration.ofSeconds(60), Sights.NOTHING)
                .minIntervalSeconds())
        .contains(60L);
    assertThat(
            catchThrowableOfType(
                Refusal.class,
                () -> Previewing.preview(request, NOW, Duration.ofSeconds(61), Sights.NOTHING)))
        .hasMessageContaining("must be at least 61 s");
    assertThat(Previewing.preview(request, NOW, Duration.ZERO, Sights.NOTHING).tzdataVersion())
        .matches("20[0-9]{2}[a-z]");
  }

  @Test
  void a_preview_marks_what_the_clocks_do_to_a_time() {
    var spec = "{'type':'cron','expression':'30 2 * * *','timezone':'Europe/Berlin'}";
    var request =
        new PreviewRequest(
            draft(spec, ""), Optional.of(2), Optional.of(Instant.parse("2026-03-28T12:00:00Z")));
    assertThat(Previewing.preview(request, NOW, Duration.ZERO, Sights.NOTHING).next())
        .extracting(next -> next.mark().orElse(""))
        .containsExactly("made_up", "");
  }

  private List<String> next(String trigger) {
    return next(trigger, "");
  }

  private List<String> next(String trigger, String more) {
    var request = new PreviewRequest(draft(trigger, more), Optional.of(3), Optional.empty());
    return Previewing.preview(request, NOW, Duration.ofSeconds(1), Sights.NOTHING).next().stream()
        .map(next -> next.at().toString())
        .toList();
  }

  private void assertWrong(String trigger, String place, String words) {
    var error = errors(trigger, "").getFirst();
    assertThat(error.pointer()).as(trigger).contains("/trigger" + place);
    assertThat(error.detail()).as(trigger).contains(words);
  }

  private List<Problem.Entry> errors(String trigger, String more) {
    return Refusals.entries(
        catchThrowableOfType(
            Refusal.class, () -> drafting.create(draft(trigger, more), NOW, Sights.NOTHING)));
  }

  private Edited edited(String trigger) {
    var drafted = drafting.create(draft(trigger, ""), NOW, Sights.NOTHING);
    return new Edited(drafted.heading(), drafted.definition());
  }

  private static ScheduleDraft draft(String trigger, String more) {
    var json = "{'name':'a','task_query':'do','trigger':" + trigger + more + "}";
    return ((Understood<ScheduleDraft>) WireJson.bind(tree(json), ScheduleDraft.class)).value();
  }

  private static ObjectNode tree(String json) {
    var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ((Understood<ObjectNode>) WireJson.object(bytes)).value();
  }
}
