package dev.carillon.server.contract;

import static dev.carillon.server.contract.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.client.CarillonClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Events and schedules that run after others, through the whole server. */
class EventContractTest extends OnServer {
  @Test
  void an_event_runs_what_waits_for_it_and_what_runs_after_that() {
    var first = create("'type':'event','event':'deployed','filter':{'branch':['main','next']}");
    var then = create("'type':'after','schedules':['" + first + "']");
    try (var client = new CarillonClient(served.address(), Optional.of(Served.OPERATOR));
        var events = client.follow(OptionalLong.of(0))) {
      publish("deployed", "{'id':'e1','data':{'branch':'other'}}", 0, false);
      publish("deployed", "{'id':'e2','data':{'branch':'main','n':1.50}}", 1, false);
      publish("deployed", "{'id':'e2','data':{'branch':'other'}}", 1, true);
      var chained =
          events.filter(event ->
              event.type().equals("carillon.run.completed")
                  && event.data().scheduleId().equals(Optional.of(then)));
      assertThat(chained.findFirst()).isPresent();
    }
    var runs = json(served.ask("GET", SCHEDULES + "/" + first + "/runs", "")).path("runs");
    assertThat(runs).hasSize(1);
    assertThat(runs.at("/0/trigger_type").asString()).isEqualTo("event");
    var after = json(served.ask("GET", SCHEDULES + "/" + then + "/runs", "")).path("runs");
    assertThat(after.at("/0/trigger_type").asString()).isEqualTo("after");
  }

  @Test
  void an_event_has_the_id_of_its_publisher_or_one_that_is_drawn() {
    var path = "/api/v1/events/built";
    var drawn = json(served.ask("POST", path, "")).path("event_id").asString();
    assertThat(drawn).matches("[0-9a-f-]{36}");
    assertThat(json(served.ask("POST", path, "{}")).path("event_id").asString())
        .isNotEqualTo(drawn);
    var byHeader = served.ask("POST", path, "", "Idempotency-Key", "k");
    assertThat(json(byHeader).path("event_id").asString()).isEqualTo("k");
    assertThat(byHeader.headers().firstValue("Idempotency-Replayed")).isEmpty();
    var again = served.ask("POST", path, "{\"id\":\"k\"}", "Idempotency-Key", "k");
    assertThat(json(again).path("replayed").asBoolean()).isTrue();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    var differ = served.ask("POST", path, "{\"id\":\"other\"}", "Idempotency-Key", "k");
    assertWrong(differ, "/id", "id and the header Idempotency-Key differ");
  }

  @Test
  void what_is_wrong_with_an_event_is_told_at_its_place() {
    var path = "/api/v1/events/built";
    for (var id : List.of("", " ", "x".repeat(201))) {
      assertWrong(served.ask("POST", path, "{\"id\":\"" + id + "\"}"), "/id", "1 to 200");
    }
    for (var data : List.of("[]", "1", "\"x\"")) {
      assertWrong(served.ask("POST", path, "{\"data\":" + data + "}"), "/data", "an object is");
    }
    // All but the text itself takes eleven bytes.
    var largest = "{\"data\":{\"text\":\"" + "x".repeat(65_536 - 11) + "\"}}";
    assertThat(served.ask("POST", path, largest).statusCode()).isEqualTo(202);
    assertWrong(
        served.ask("POST", path, largest.replace("x\"", "xx\"")), "/data", "at most 64 KiB");
    var name = served.ask("POST", "/api/v1/events/a%20b", "{}");
    assertThat(name.statusCode()).isEqualTo(400);
    assertThat(json(name).at("/errors/0/parameter").asString()).isEqualTo("name");
  }

  @Test
  void a_schedule_that_would_run_after_itself_is_refused() {
    var first = create("'type':'manual'");
    var second = create("'type':'after','schedules':['" + first + "']");
    var third = create("'type':'after','schedules':['" + second + "'],'on':'end'");
    var circle = after(first, third);
    assertThat(circle.statusCode()).isEqualTo(409);
    assertThat(json(circle).path("error").asString()).startsWith("it would run after itself");
    assertWrong(after(first, first), "/trigger/schedules/0", "does not run after itself");
    assertThat(after(third, first).statusCode()).isEqualTo(200);
  }

  @Test
  void of_a_schedule_that_was_deleted_an_edit_warns() {
    var gone = create("'type':'manual'");
    var stays = create("'type':'manual'");
    var then = create("'type':'after','schedules':['" + gone + "','" + stays + "']");
    served.ask("DELETE", SCHEDULES + "/" + gone, "");
    var renamed = served.ask("PATCH", SCHEDULES + "/" + then, "{\"name\":\"still\"}");
    assertThat(json(renamed).at("/warnings/0/code").asString()).isEqualTo("schedule_deleted");
    assertThat(json(renamed).at("/warnings/0/message").asString()).contains(gone);
    assertThat(json(renamed).path("warnings")).hasSize(1);
    assertWrong(after(stays, gone), "/trigger/schedules/0", "there is no schedule " + gone);
  }

  private String create(String trigger) {
    var draft = "{'name':'a','task_query':'do','trigger':{" + trigger + "}}";
    var made = served.ask("POST", SCHEDULES, draft.replace('\'', '"'));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json(made).path("schedule_id").asString();
  }

  private HttpResponse<String> after(String schedule, String other) {
    var trigger = "{'trigger':{'type':'after','schedules':['" + other + "']}}";
    return served.ask("PUT", SCHEDULES + "/" + schedule, trigger.replace('\'', '"'));
  }

  private void publish(String name, String body, int schedules, boolean replayed) {
    var answer = served.ask("POST", "/api/v1/events/" + name, body.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(json(answer).path("schedules").asInt()).isEqualTo(schedules);
    assertThat(json(answer).path("replayed").asBoolean()).isEqualTo(replayed);
  }

  private static void assertWrong(HttpResponse<String> answer, String pointer, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(json(answer).at("/errors/0/detail").asString()).contains(words);
  }
}
