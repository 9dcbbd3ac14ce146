package dev.carillon.server.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.engine.change.Schedules.Edited;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Refusals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Triggers that have no times: for events, and after runs of other schedules. */
class UntimedTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final ScheduleId ONE = new ScheduleId(new UUID(0, 1));
  private static final ScheduleId OTHER = new ScheduleId(new UUID(0, 2));
  private static final ScheduleId OWN = new ScheduleId(new UUID(0, 3));

  private final Drafting drafting = new Drafting("echo", Duration.ofHours(1));

  @ParameterizedTest(name = "{0} is shown as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'branch':'main'}                  | {'branch':'main'}
          {'/branch':'main'}                 | {'branch':'main'}
          {'branch':['main']}                | {'branch':'main'}
          {'branch':['main','main','next']}  | {'branch':['main','next']}
          {'/build/id':[1,1.0,1e0,2]}        | {'/build/id':[1,2]}
          {'size':1e2,'gone':null,'ok':true} | {'gone':null,'ok':true,'size':100}
          {'a/b':'~'}                        | {'a/b':'~'}
          {'n':0.1234567890123456789}        | {'n':0.1234567890123456789}
          """)
  void a_filter_is_shown_as_it_was_meant(String sent, String shown) {
    var trigger = read("{'type':'event','event':'deployed','filter':" + sent + "}");
    assertThat(WireJson.treeOf(Triggers.spec(trigger)).path("filter").toString())
        .isEqualTo(shown.replace('\'', '"'));
  }

  @Test
  void what_bounds_times_is_refused_where_there_are_none() {
    var event = "{'type':'event','event':'deployed'}";
    var none = "bounds the times of a trigger, and this one has none";
    assertWrong(
        event + ",'execution_window':{'from':'08:00','to':'20:00'}", "/execution_window", none);
    assertWrong(event + ",'jitter':{'span_ms':5}", "/jitter", none);
    assertWrong("{'type':'manual'},'jitter':{'span_ms':5}", "/jitter", none);
  }

  @Test
  void without_a_filter_or_with_an_empty_one_every_event_is_let_through() {
    for (var rest : List.of("", ",'filter':{}", ",'filter':null")) {
      var trigger = read("{'type':'event','event':'deployed'" + rest + "}");
      assertThat(trigger.words()).isEqualTo("When the event deployed is published.");
      assertThat(WireJson.treeOf(Triggers.spec(trigger)).has("filter")).isFalse();
    }
  }

  @Test
  void after_any_success_when_nothing_else_is_said() {
    assertThat(read("{'type':'after','schedules':['" + ONE + "']}", Sights.of(ONE)))
        .isEqualTo(new Trigger.After(List.of(ONE), Condition.ANY, Awaited.SUCCESS));
  }

  @Test
  void what_is_wrong_with_the_name_or_filter_of_an_event_is_told_at_its_place() {
    var event = "{'type':'event','event':'deployed','filter':%s}";
    assertWrong(
        "{'type':'event','event':'a b'}", "/trigger/event", "the name of an event is 1 to 128");
    for (var value : List.of("{}", "[]", "[[1]]", "[{}]", "1e100", "'" + "x".repeat(257) + "'")) {
      assertWrong(event.formatted("{'a~b':" + value + "}"), "/trigger/filter/a~0b", "is needed");
    }
    var many = String.join(",", Collections.nCopies(51, "1"));
    assertWrong(
        event.formatted("{'a':[" + many + "]}"), "/trigger/filter/a", "an array of 1 to 50");
    for (var place : List.of("", "/~", "x".repeat(257))) {
      assertWrong(
          event.formatted("{'" + place + "':1}"),
          "/trigger/filter/" + place.replace("~", "~0").replace("/", "~1"),
          "a place is the name of a member");
    }
    assertWrong(event.formatted("{'a':1,'/a':2}"), "/trigger/filter/~1a", "named twice");
    var places =
        IntStream.range(0, 21).mapToObj(i -> "'" + i + "':1").collect(Collectors.joining(","));
    assertWrong(event.formatted("{" + places + "}"), "/trigger/filter", "at most 20 places");
  }

  @Test
  void what_is_wrong_with_the_schedules_to_run_after_is_told_at_its_place() {
    var after = "{'type':'after','schedules':[%s],'condition':'%s','on':'%s'}";
    var one = "'" + ONE + "'";
    assertWrong(
        after.formatted(one, "some", "end"), "/trigger/condition", "it is one of: any, all");
    assertWrong(
        after.formatted(one, "all", "ruin"), "/trigger/on", "one of: success, failure, end");
    assertWrong(after.formatted("", "any", "end"), "/trigger/schedules", "1 to 50 others, not 0");
    var many = String.join(",", Collections.nCopies(51, one));
    assertWrong(after.formatted(many, "any", "end"), "/trigger/schedules", "not 51");
    assertWrong(
        after.formatted(one + ",'none'", "any", "end"),
        "/trigger/schedules/1",
        "there is no schedule none");
    assertWrong(
        after.formatted("'" + OTHER + "'", "any", "end"),
        "/trigger/schedules/0",
        "there is no schedule " + OTHER);
    assertWrong(
        after.formatted(one + ",'" + OWN + "'", "any", "end"),
        "/trigger/schedules/1",
        "a schedule does not run after itself");
  }

  @Test
  void an_edit_keeps_a_schedule_that_was_deleted_since_and_adds_no_other() {
    var both = new Sight(Set.of(ONE, OTHER), Optional.empty(), KnownCalendars.NONE);
    var made =
        drafting.create(
            draft("{'type':'after','schedules':['" + ONE + "','" + OTHER + "']}"), NOW, both);
    var present = new Edited(made.heading(), made.definition());
    var renamed = Editing.patch(present, tree("{'name':'b'}"));
    assertThat(
            drafting
                .edit(renamed, NOW, present.definition(), Sights.NOTHING)
                .definition()
                .trigger())
        .isEqualTo(made.definition().trigger());
    var more = Editing.patch(present, tree("{'trigger':{'schedules':['" + OWN + "']}}"));
    assertThat(
            catchThrowableOfType(
                Refusal.class,
                () -> drafting.edit(more, NOW, present.definition(), Sights.NOTHING)))
        .hasMessage("there is no schedule " + OWN);
  }

  @Test
  void a_preview_has_words_and_neither_times_nor_a_gap() {
    var triggers =
        Map.of(
            "{'type':'event','event':'deployed'}",
            "When the event deployed is published.",
            "{'type':'after','schedules':['" + ONE + "'],'on':'failure'}",
            "After a run of the schedule " + ONE + " has failed.");
    triggers.forEach((trigger, words) -> {
      var request =
          new PreviewRequest(draft(trigger), Optional.empty(), Optional.empty(), Optional.empty());
      var preview =
          Previewing.preview(
              request, NOW, new Drafting("echo", Duration.ofHours(1)), Sights.of(ONE));
      assertThat(preview.words()).isEqualTo(words);
      assertThat(preview.next()).isEmpty();
      assertThat(preview.timezone()).isEmpty();
      assertThat(preview.minIntervalSeconds()).isEmpty();
    });
  }

  @Test
  void an_event_reaches_the_agent_beside_what_the_schedule_says(@TempDir Path folder)
      throws InterruptedException {
    try (var driven = new DrivenEngine(folder)) {
      var trigger = "{'type':'event','event':'deployed','filter':{'/build/id':[41,42]}}";
      var now = driven.now();
      driven.save(driven.drafting().create(draft(trigger), now, Sights.NOTHING));
      assertThat(driven.publish("deployed", "e1", tree("{'build':{'id':40.0}}"))).isZero();
      driven.tickAt(now.plusSeconds(1));
      assertThat(driven.calls()).isZero();
      assertThat(driven.publish("deployed", "e2", tree("{'build':{'id':42.0}}"))).isEqualTo(1);
      driven.tickAt(now.plusSeconds(2));
      var event = driven.context().path("event");
      assertThat(event.path("name").asString()).isEqualTo("deployed");
      assertThat(event.at("/data/build/id").asInt()).isEqualTo(42);
    }
  }

  private Trigger read(String trigger) {
    return read(trigger, Sights.NOTHING);
  }

  private Trigger read(String trigger, Sight sight) {
    return drafting.create(draft(trigger), NOW, sight).definition().trigger();
  }

  private void assertWrong(String trigger, String pointer, String words) {
    var sight = new Sight(Set.of(ONE, OWN), Optional.of(OWN), KnownCalendars.NONE);
    var refusal = catchThrowableOfType(Refusal.class, () -> read(trigger, sight));
    var error = Refusals.entries(refusal).getFirst();
    assertThat(error.pointer()).as(trigger).contains(pointer);
    assertThat(error.detail()).as(trigger).contains(words);
  }

  private static ScheduleDraft draft(String trigger) {
    var json = tree("{'name':'a','task_query':'do','trigger':" + trigger + "}");
    return ((Understood<ScheduleDraft>) WireJson.bind(json, ScheduleDraft.class)).value();
  }

  private static ObjectNode tree(String json) {
    var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ((Understood<ObjectNode>) WireJson.object(bytes)).value();
  }
}
