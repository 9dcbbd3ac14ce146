package dev.carillon.server.schedules;

import static dev.carillon.server.schedules.Drafts.DRAFTING;
import static dev.carillon.server.schedules.Drafts.NOW;
import static dev.carillon.server.schedules.Drafts.draft;
import static dev.carillon.server.schedules.Drafts.next;
import static dev.carillon.server.schedules.Drafts.preview;
import static dev.carillon.server.schedules.Drafts.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.problem.Problem;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewingTest {
  @Test
  void a_preview_stops_at_the_end_and_at_the_last_run() {
    var trigger = "{'type':'interval','every':1,'unit':'hours'}";
    assertThat(next(trigger, ",'end_at':'2026-03-02T10:00:00Z'"))
        .containsExactly("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z");
    assertThat(next(trigger, ",'max_runs':1")).containsExactly("2026-03-02T09:00:00Z");
  }

  @Test
  void a_preview_refuses_what_is_due_too_often_and_tells_the_smallest_gap() {
    var spec = "{'type':'cron','expression':'0,1 0 * * *','timezone':'Europe/Berlin'}";
    var request =
        new PreviewRequest(draft(spec, ""), Optional.of(3), Optional.empty(), Optional.empty());
    assertThat(
            Previewing.preview(
                    request, NOW, new Drafting("echo", Duration.ofSeconds(60)), Sights.NOTHING)
                .minIntervalSeconds())
        .contains(60L);
    assertThat(
            catchThrowableOfType(
                Refusal.class,
                () ->
                    Previewing.preview(
                        request,
                        NOW,
                        new Drafting("echo", Duration.ofSeconds(61)),
                        Sights.NOTHING)))
        .hasMessageContaining("must be at least 61 s");
    assertThat(
            Previewing.preview(request, NOW, new Drafting("echo", Duration.ZERO), Sights.NOTHING)
                .tzdataVersion())
        .matches("20[0-9]{2}[a-z]");
  }

  @Test
  void a_preview_of_one_instant_tells_no_gap() {
    for (var one :
        List.of(
            draft("{'type':'interval','every':1,'unit':'hours'}", ",'max_runs':1"),
            draft("{'type':'cron','expression':'0 * * * *'}", ",'end_at':'2026-03-02T09:30:00Z'"),
            draft("{'type':'dates','at':['2026-03-01T09:00:00Z','2026-03-02T09:00:00Z']}", ""))) {
      var request = new PreviewRequest(one, Optional.empty(), Optional.empty(), Optional.empty());
      var preview = Previewing.preview(request, NOW, DRAFTING, Sights.NOTHING);
      assertThat(preview.next()).hasSize(1);
      assertThat(preview.minIntervalSeconds()).isEmpty();
    }
  }

  @Test
  void a_preview_refuses_what_a_creation_would_refuse() {
    var cron = "{'type':'cron','expression':'0 9 * * *'}";
    var past = "{'type':'dates','at':['2026-01-01T09:00:00Z','2026-02-01T09:00:00Z']}";
    for (var draft :
        List.of(
            draft(past, ""),
            draft(cron, ",'end_at':'2026-01-01T00:00:00Z'"),
            draft(cron, ",'overlap_policy':'maybe','catchup_policy':'never'"),
            draft(cron, ",'catchup_limit':0,'timeout_seconds':0"),
            draft(cron, ",'tags':[''],'target':{'type':'agent','agent':'a b'}"))) {
      var request = new PreviewRequest(draft, Optional.empty(), Optional.empty(), Optional.empty());
      var previewed =
          catchThrowableOfType(
              Refusal.class, () -> Previewing.preview(request, NOW, DRAFTING, Sights.NOTHING));
      var created =
          catchThrowableOfType(Refusal.class, () -> DRAFTING.create(draft, NOW, Sights.NOTHING));
      assertThat(Refusals.entries(previewed))
          .containsExactlyInAnyOrderElementsOf(
              Refusals.entries(created).stream()
                  .map(entry ->
                      Problem.Entry.at("/schedule" + entry.pointer().orElseThrow(), entry.detail()))
                  .toList());
    }
  }

  @Test
  void a_preview_asks_for_neither_a_name_nor_a_task() {
    var draft =
        ((Understood<ScheduleDraft>)
                WireJson.bind(tree("{'cron_expression':'0 9 * * *'}"), ScheduleDraft.class))
            .value();
    var request = new PreviewRequest(draft, Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(Previewing.preview(request, NOW, DRAFTING, Sights.NOTHING).next()).hasSize(5);
  }

  @Test
  void a_preview_marks_what_the_clocks_do_to_a_time() {
    var spec = "{'type':'cron','expression':'30 2 * * *','timezone':'Europe/Berlin'}";
    var request =
        new PreviewRequest(
            draft(spec, ""),
            Optional.of(2),
            Optional.of(Instant.parse("2026-03-28T12:00:00Z")),
            Optional.empty());
    assertThat(
            Previewing.preview(request, NOW, new Drafting("echo", Duration.ZERO), Sights.NOTHING)
                .next())
        .extracting(next -> next.mark().orElse(""))
        .containsExactly("made_up", "");
  }

  @Test
  void a_preview_tells_when_a_jittered_time_starts_once_it_knows_whose_it_is() {
    var spec = "{'type':'interval','every':1,'unit':'hours'}";
    var more = ",'jitter':{'span_ms':60000,'mode':'around'}";
    var id = Optional.of("0a4f3c1e-6f0b-4c1d-9a53-0f1f6a3a8f10");
    var anybody = preview(spec, more, Optional.empty()).getFirst();
    assertThat(anybody.desiredAt()).isEmpty();
    assertThat(anybody.earliestAt()).isEqualTo(anybody.at().minusSeconds(60));
    assertThat(anybody.latestAt()).isEqualTo(anybody.at().plusSeconds(60));
    var named = preview(spec, more, id).getFirst();
    assertThat(named.desiredAt().orElseThrow()).isBetween(named.earliestAt(), named.latestAt());
    assertThat(preview(spec, "", Optional.empty()).getFirst().desiredAt()).contains(named.at());
  }
}
