package dev.carillon.server.contract;

import static dev.carillon.server.contract.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every type of trigger, and every bound, through the whole server. */
class TriggerContractTest extends OnServer {
  private static final String BOUNDS =
      "'start_at':'2090-01-01T00:00:00Z','end_at':'2099-01-01T00:00:00Z','max_runs':5";

  private static final List<String> TRIGGERS =
      List.of(
          "{'type':'cron','expression':'0 9 * * *','timezone':'UTC','dialect':'unix'}",
          "{'type':'interval','every':90,'unit':'minutes','anchor':'2091-01-01T00:00:00Z'}",
          "{'type':'rrule','rule':'FREQ=DAILY;BYHOUR=9','dtstart':'2091-01-01T00:00:00Z',"
              + "'timezone':'Europe/Berlin'}",
          "{'type':'once','at':'2091-01-01T00:00:00Z'}",
          "{'type':'dates','at':['2091-01-01T00:00:00Z','2092-01-01T00:00:00Z']}",
          "{'type':'event','event':'deployed','filter':{'branch':'main','/build/id':[1,2.5]}}",
          "{'type':'manual'}");

  @Test
  void every_trigger_is_answered_as_it_was_sent_and_stays_so() {
    for (var trigger : TRIGGERS) {
      var made = served.ask("POST", SCHEDULES, draft("'trigger':" + trigger + "," + BOUNDS));
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
      var one = SCHEDULES + "/" + json(made).path("schedule_id").asString();
      var shown = json(served.ask("GET", one, ""));
      assertThat(shown.path("trigger").toString()).isEqualTo(trigger.replace('\'', '"'));
      assertThat(shown.has("cron_expression")).isEqualTo(trigger.contains("cron"));
      assertThat(shown.path("words").asString()).endsWith(".");
      assertThat(shown.path("start_at").asString()).isEqualTo("2090-01-01T00:00:00Z");
      assertThat(shown.path("max_runs").asInt()).isEqualTo(5);
      assertThat(shown.has("next_run_at")).isEqualTo(!trigger.matches(".*(manual|event).*"));
      var patched = json(served.ask("PATCH", one, "{\"end_at\":null,\"max_runs\":6}"));
      assertThat(patched.path("trigger")).isEqualTo(shown.path("trigger"));
      assertThat(patched.has("end_at")).isFalse();
      assertThat(patched.path("max_runs").asInt()).isEqualTo(6);
    }
  }

  @Test
  void a_trigger_is_put_in_the_place_of_another_and_previewed() {
    var made = served.ask("POST", SCHEDULES, draft("'cron_expression':'0 9 * * *'"));
    var one = SCHEDULES + "/" + json(made).path("schedule_id").asString();
    for (var trigger : TRIGGERS) {
      var body = ("{'trigger':" + trigger + "}").replace('\'', '"');
      assertThat(json(served.ask("PUT", one, body)).path("trigger"))
          .isEqualTo(json(served.ask("PATCH", one, body)).path("trigger"));
      var preview =
          served.ask("POST", SCHEDULES + "/preview", "{\"schedule\":" + body + ",\"count\":3}");
      assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
      assertThat(json(preview).path("words")).isEqualTo(words(one));
    }
  }

  private JsonNode words(String one) {
    return json(served.ask("GET", one, "")).path("words");
  }

  @Test
  void what_is_wrong_with_a_trigger_is_told_at_its_place() {
    Map.of(
            "'trigger':{'type':'interval','every':0,'unit':'days'}", "/trigger/every",
            "'trigger':{'type':'interval','unit':'days'}", "/trigger/every",
            "'trigger':{'type':'interval','every':1.5,'unit':'days'}", "/trigger/every",
            "'trigger':{'type':'interval','every':1,'unit':'weeks'}", "/trigger/unit",
            "'trigger':{'type':'interval','every':1,'unit':'days','at':1}", "/trigger/at",
            "'trigger':{'type':'once','at':'tomorrow'}", "/trigger/at",
            "'trigger':{'type':'once','at':'2020-01-01T00:00:00Z'}", "/trigger/at",
            "'trigger':{'type':'dates','at':['2091-01-01']}", "/trigger/at/0",
            "'trigger':{'type':'rrule','rule':'FREQ=NEVER'}", "/trigger/rule",
            "'trigger':{'type':'sometimes'}", "/trigger/type")
        .forEach(this::assertWrong);
    Map.of(
            "'trigger':{'type':'event','event':'deployed','filter':[]}",
            "/trigger/filter",
            "'trigger':{'type':'event','event':'deployed','filter':{'/a':[{}]}}",
            "/trigger/filter/~1a",
            "'trigger':{'type':'after','schedules':'none'}",
            "/trigger/schedules",
            "'trigger':{'type':'after','schedules':['none']}",
            "/trigger/schedules/0",
            "'trigger':{'type':'manual'},'max_runs':0",
            "/max_runs",
            "'trigger':{'type':'manual'},'end_at':'soon'",
            "/end_at",
            "'trigger':{'type':'dates','at':[]}",
            "/trigger/at",
            "'trigger':{'type':'dates','at':["
                + String.join(",", Collections.nCopies(10_001, "'2091-01-01T00:00:00Z'"))
                + "]}",
            "/trigger/at")
        .forEach(this::assertWrong);
  }

  private void assertWrong(String fields, String pointer) {
    var answer = served.ask("POST", SCHEDULES, draft(fields));
    assertThat(answer.statusCode()).as(fields).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/pointer").asString())
        .as(answer.body())
        .isEqualTo(pointer);
  }

  private static String draft(String fields) {
    return ("{'name':'a','task_query':'do'," + fields + "}").replace('\'', '"');
  }
}
