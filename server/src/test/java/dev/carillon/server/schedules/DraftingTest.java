package dev.carillon.server.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.problem.Problem;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.Warning;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.change.Schedules.Edited;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Refusals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DraftingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final String SHORT =
      "\"name\":\"a\",\"cron_expression\":\"0 9 * * 1-5\",\"task_query\":\"do\"";

  private final Drafting drafting = new Drafting("helper", Duration.ofSeconds(1));

  @Test
  void what_a_draft_leaves_out_has_its_default() {
    var drafted = create("{" + SHORT + "}");
    assertThat(drafted.definition().policies()).isEqualTo(Policies.DEFAULT);
    assertThat(drafted.definition().target()).isEqualTo(new Target.Agent("helper"));
    assertThat(drafted.definition().input().contextJson()).isEqualTo("{}");
    assertThat(drafted.heading().tags()).isEmpty();
    assertThat(zone(drafted)).isEqualTo("UTC");
  }

  @Test
  void the_shorthand_and_the_trigger_mean_the_same() {
    var trigger =
        "\"trigger\":{\"type\":\"cron\",\"expression\":\"0 9 * * 1-5\",\"timezone\":\"Europe/Berlin\"}";
    assertThat(create("{\"name\":\"a\",\"task_query\":\"do\"," + trigger + "}").definition())
        .isEqualTo(create("{" + SHORT + ",\"timezone\":\"Europe/Berlin\"}").definition());
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_each_with_its_place() {
    var errors =
        errors(
            """
            {"name":" ","cron_expression":"61 * * * *","timezone":"Mars/Olympus","overlap_policy":"queue",
             "catchup_limit":0,"timeout_seconds":86401,"target":{"type":"agent","agent":""}}\
            """);
    assertThat(errors)
        .extracting(error -> error.pointer().orElse(""))
        .containsExactly(
            "/name",
            "/cron_expression",
            "/timezone",
            "/target/agent",
            "/task_query",
            "/catchup_limit",
            "/timeout_seconds",
            "/overlap_policy");
    assertThat(errors)
        .extracting(Problem.Entry::detail)
        .contains(
            "schedule name required",
            "invalid timezone: Mars/Olympus; give a name such as Europe/Berlin",
            "task query required",
            "overlap_policy queue is not known; it is one of: skip, allow")
        .anySatisfy(words -> assertThat(words).startsWith("invalid cron expression: minute: 61"));
  }

  @Test
  void a_trigger_is_needed_and_only_one() {
    assertThat(errors("{\"name\":\"a\",\"task_query\":\"do\"}").getFirst().detail())
        .isEqualTo("cron expression required");
    var both = errors("{" + SHORT + ",\"trigger\":{\"type\":\"manual\"}}");
    assertThat(both.getFirst().pointer()).contains("/cron_expression");
  }

  @Test
  void a_line_that_no_date_to_come_matches_is_refused() {
    for (var line : List.of("0 0 30 2 *", "0 0 0 1 1 * 2020")) {
      var errors =
          errors("{\"name\":\"a\",\"task_query\":\"do\",\"cron_expression\":\"" + line + "\"}");
      assertThat(errors.getFirst().detail()).contains("never fires");
    }
  }

  @Test
  void offsets_and_abbreviations_are_no_zones() {
    for (var zone : List.of("+05:00", "PST", "europe/berlin", "")) {
      var errors = errors("{" + SHORT + ",\"timezone\":\"" + zone + "\"}");
      assertThat(errors.getFirst().detail()).startsWith("invalid timezone: " + zone);
    }
  }

  @Test
  void put_takes_what_is_sent_and_keeps_the_rest() {
    var present =
        edited(
            "{"
                + SHORT
                + ",\"timezone\":\"Europe/Berlin\",\"overlap_policy\":\"allow\",\"task_context\":{\"a\":1}}");
    var draft =
        Editing.put(
            present, tree("{\"name\":\"b\",\"description\":null,\"task_context\":{\"b\":2}}"));
    var drafted = drafting.edit(draft, NOW, present.definition(), Sights.NOTHING);
    assertThat(drafted.heading().name()).isEqualTo("b");
    assertThat(drafted.definition().input().contextJson()).isEqualTo("{\"b\":2}");
    assertThat(drafted.definition().policies().overlap()).isEqualTo(OverlapPolicy.ALLOW);
    assertThat(drafted.definition().trigger()).isEqualTo(present.definition().trigger());
  }

  @Test
  void a_merge_patch_changes_inside_objects_and_null_brings_back_the_default() {
    var present =
        edited(
            "{"
                + SHORT
                + ",\"overlap_policy\":\"allow\",\"task_context\":{\"a\":1,\"b\":{\"c\":2,\"d\":3}}}");
    var patched =
        patched(present, "{\"overlap_policy\":null,\"task_context\":{\"a\":null,\"b\":{\"c\":4}}}");
    assertThat(patched.definition().policies()).isEqualTo(Policies.DEFAULT);
    assertThat(patched.definition().input().contextJson()).isEqualTo("{\"b\":{\"c\":4,\"d\":3}}");
    var manual = patched(present, "{\"trigger\":{\"type\":\"manual\"}}");
    assertThat(manual.definition().trigger()).isEqualTo(new Trigger.Manual());
  }

  @Test
  void the_shorthand_changes_only_the_part_that_it_names() {
    var present =
        edited("{" + SHORT + ",\"timezone\":\"Europe/Berlin\",\"dst\":{\"gap\":\"skip\"}}");
    var later = patched(present, "{\"cron_expression\":\"0 0 10 * * *\"}");
    assertThat(zone(later)).isEqualTo("Europe/Berlin");
    assertThat(patched(present, "{\"timezone\":\"Asia/Tokyo\"}").definition())
        .isEqualTo(
            create("{" + SHORT + ",\"timezone\":\"Asia/Tokyo\",\"dst\":{\"gap\":\"skip\"}}")
                .definition());
    assertThat(zone(patched(present, "{\"timezone\":null}"))).isEqualTo("UTC");
  }

  @Test
  void a_line_of_quartz_stays_one_of_quartz() {
    var trigger =
        "\"trigger\":{\"type\":\"cron\",\"expression\":\"0 0 9 ? * 2\",\"dialect\":\"quartz\"}";
    var present = edited("{\"name\":\"a\",\"task_query\":\"do\"," + trigger + "}");
    var patched = patched(present, "{\"cron_expression\":\"0 0 9 ? * 3\"}");
    assertThat(Triggers.spec(patched.definition().trigger()).toString()).contains("quartz");
  }

  @Test
  void what_is_wrong_with_a_patch_points_to_what_was_sent() {
    var present = edited("{" + SHORT + "}");
    assertThat(entries(() -> patched(present, "{\"cron_expression\":\"x\"}")).getFirst().pointer())
        .contains("/cron_expression");
    assertThat(
            entries(() -> patched(present, "{\"trigger\":{\"expression\":\"x\"}}"))
                .getFirst()
                .pointer())
        .contains("/trigger/expression");
    assertThat(entries(() -> patched(present, "{\"nam\":1}")).getFirst().pointer())
        .contains("/nam");
    assertThat(entries(() -> patched(present, "{\"name\":null}")).getFirst().detail())
        .isEqualTo("schedule name required");
  }

  @Test
  void a_schedule_that_has_ended_may_still_be_renamed() {
    var ended =
        new Drafting("x", Duration.ofSeconds(1))
            .create(
                draft(
                    "{\"name\":\"a\",\"task_query\":\"do\",\"cron_expression\":\"0 0 0 1 1 * 2027\"}"),
                NOW,
                Sights.NOTHING);
    var present = new Edited(ended.heading(), ended.definition());
    var later = NOW.plus(Duration.ofDays(800));
    var draft = Editing.patch(present, tree("{\"name\":\"b\"}"));
    assertThat(drafting.edit(draft, later, present.definition(), Sights.NOTHING).heading().name())
        .isEqualTo("b");
  }

  @Test
  void a_preview_says_the_words_the_instants_and_the_warnings() {
    var request =
        new PreviewRequest(
            draft("{\"cron_expression\":\"30 2 * * *\",\"timezone\":\"Europe/Berlin\"}"),
            java.util.Optional.of(2),
            java.util.Optional.of(Instant.parse("2027-03-27T12:00:00Z")),
            java.util.Optional.empty());
    var preview =
        Previewing.preview(
            request, Instant.parse("2027-03-27T12:00:00Z"), drafting, Sights.NOTHING);
    assertThat(preview.words()).isEqualTo("At 02:30, every day.");
    assertThat(preview.next())
        .extracting(next -> next.local())
        .containsExactly("2027-03-28T03:00:00+02:00", "2027-03-29T02:30:00+02:00");
    assertThat(preview.warnings()).extracting(Warning::code).contains("clock_gap");
  }

  @Test
  void a_preview_of_a_wrong_line_points_into_the_schedule() {
    var request =
        new PreviewRequest(
            draft("{\"cron_expression\":\"x\"}"),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty());
    assertThat(
            entries(() -> Previewing.preview(request, NOW, drafting, Sights.NOTHING))
                .getFirst()
                .pointer())
        .contains("/schedule/cron_expression");
  }

  private Drafted create(String json) {
    return drafting.create(draft(json), NOW, Sights.NOTHING);
  }

  private Edited edited(String json) {
    var drafted = create(json);
    return new Edited(drafted.heading(), drafted.definition());
  }

  private Drafted patched(Edited present, String json) {
    return drafting.edit(
        Editing.patch(present, tree(json)), NOW, present.definition(), Sights.NOTHING);
  }

  private List<Problem.Entry> errors(String json) {
    return entries(() -> create(json));
  }

  private static List<Problem.Entry> entries(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return Refusals.entries(catchThrowableOfType(Refusal.class, call));
  }

  private static String zone(Drafted drafted) {
    return switch (drafted.definition().trigger()) {
      case Trigger.Cron(var times) -> times.zone().getId();
      case Trigger.Every _,
          Trigger.Once _,
          Trigger.Dates _,
          Trigger.Recurring _,
          Trigger.Untimed _ ->
          "none";
    };
  }

  private static ScheduleDraft draft(String json) {
    return ((Understood<ScheduleDraft>) WireJson.bind(tree(json), ScheduleDraft.class)).value();
  }

  private static ObjectNode tree(String json) {
    return ((Understood<ObjectNode>) WireJson.object(json.getBytes(StandardCharsets.UTF_8)))
        .value();
  }
}
