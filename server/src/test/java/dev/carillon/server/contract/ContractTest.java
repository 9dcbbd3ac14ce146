package dev.carillon.server.contract;

import static dev.carillon.server.contract.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.client.CarillonClient;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContractTest extends OnServer {
  @Test
  void what_is_served_and_what_is_described_are_the_same_operations() {
    var routes = new TreeSet<String>();
    served.main().operations().forEach(one -> routes.add(one.replace("<path>", "{path}")));
    assertThat(routes).isEqualTo(served.contract().operations());
  }

  @Test
  void every_operation_answers_as_it_is_described() {
    agents();
    calendars();
    var schedule = schedules();
    runs(schedule);
    served.ask("DELETE", SCHEDULES + "/" + schedule, "");
    access();
    system();
    assertThat(served.asked()).containsAll(served.contract().operations());
  }

  @Test
  void every_kind_of_refusal_is_described() {
    assertStatus(400, served.ask("POST", SCHEDULES, "{\"nam\":1}").statusCode());
    assertStatus(400, served.ask("POST", SCHEDULES, "{").statusCode());
    assertStatus(401, served.askAs("", "GET", SCHEDULES, "").statusCode());
    assertStatus(404, served.ask("GET", SCHEDULES + "/none", "").statusCode());
    assertStatus(404, served.ask("GET", "/api/v1/runs/none", "").statusCode());
    assertStatus(404, served.ask("GET", "/api/v1/agents/none", "").statusCode());
    assertStatus(404, served.ask("GET", "/api/v1/users/none", "").statusCode());
    assertStatus(404, served.ask("GET", "/api/v1/keys/none", "").statusCode());
    assertStatus(400, served.ask("GET", "/api/v1/runs?status=odd", "").statusCode());
    assertStatus(400, served.ask("GET", "/api/v1/runs?from=odd", "").statusCode());
    assertStatus(409, served.ask("DELETE", "/api/v1/agents/echo", "").statusCode());
  }

  private static void assertStatus(int expected, int status) {
    assertThat(status).isEqualTo(expected);
  }

  private void agents() {
    var body = "{\"name\":\"helper\",\"url\":\"http://127.0.0.1:9\",\"timeout_seconds\":5}";
    assertThat(served.ask("POST", "/api/v1/agents", body).statusCode()).isEqualTo(201);
    assertThat(served.ask("POST", "/api/v1/agents", body).statusCode()).isEqualTo(409);
    assertThat(served.ask("PUT", "/api/v1/agents/helper", "{}").statusCode()).isEqualTo(200);
    assertThat(served.ask("PUT", "/api/v1/agents/other", "{}").statusCode()).isEqualTo(201);
    served.ask("GET", "/api/v1/agents/helper", "");
    assertThat(json(served.ask("GET", "/api/v1/agents", "")).path("agents")).hasSize(3);
    assertThat(served.ask("DELETE", "/api/v1/agents/other", "").statusCode()).isEqualTo(204);
  }

  private void calendars() {
    var one = "/api/v1/calendars/days";
    for (var body :
        List.of(
            "{'type':'dates','dates':['2090-12-25'],'timezone':'Europe/Berlin'}",
            "{'type':'weekly','parts':[{'days':['MO','FR'],'from':'22:00','to':'06:00'}]}",
            "{'type':'holidays','country':'DE','region':'by'}",
            "{'type':'business_days','country':'us'}",
            "{'type':'ics','ics':'BEGIN:VEVENT\\nDTSTART:20900101\\nEND:VEVENT'}")) {
      var put = served.ask("PUT", one, body.replace('\'', '"'));
      assertThat(put.statusCode()).as(put.body()).isIn(200, 201);
      assertThat(json(served.ask("GET", one, ""))).isEqualTo(json(put));
    }
    assertThat(json(served.ask("GET", "/api/v1/calendars", "")).path("calendars")).hasSize(1);
    for (var odd :
        List.of(
            "{'type':'moon'}",
            "{'type':'dates','dates':['tomorrow']}",
            "{'type':'dates','dates':['2090-12-25'],'country':'de'}",
            "{'type':'holidays','country':'de','region':'zz'}",
            "{'type':'holidays','country':'atlantis'}",
            "{'type':'weekly','parts':[{'days':['XX'],'from':'22:00','to':'06:00'}]}",
            "{'type':'ics','ics':'none'}")) {
      var refused = served.ask("PUT", one, odd.replace('\'', '"'));
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }
    var draft =
        "{'name':'c','task_query':'q','cron_expression':'0 9 * * *','calendars':{'exclude':['%s']}}";
    var none = served.ask("POST", SCHEDULES, draft.formatted("none").replace('\'', '"'));
    assertThat(json(none).at("/errors/0/pointer").asString()).isEqualTo("/calendars/exclude/0");
    var made = served.ask("POST", SCHEDULES, draft.formatted("days").replace('\'', '"'));
    assertThat(json(made).at("/calendars/exclude/0").asString()).as(made.body()).isEqualTo("days");
    assertThat(served.ask("DELETE", one, "").statusCode()).isEqualTo(409);
    var schedule = SCHEDULES + "/" + json(made).path("schedule_id").asString();
    served.ask("PATCH", schedule, "{\"calendars\":null}");
    assertThat(served.ask("DELETE", one, "").statusCode()).isEqualTo(204);
    assertThat(served.ask("DELETE", one, "").statusCode()).isEqualTo(404);
    served.ask("DELETE", schedule, "");
  }

  private String schedules() {
    var made =
        served.ask(
            "POST",
            SCHEDULES,
            """
            {"name":"daily","cron_expression":"0 9 * * *","task_query":"hello","tags":["a"],
             "metadata":{"k":"v"},"task_context":{"n":0.10},"timezone":"Europe/Berlin"}\
            """);
    assertThat(made.statusCode()).isEqualTo(201);
    var id = json(made).path("schedule_id").asString();
    assertThat(made.headers().firstValue("Location")).contains(SCHEDULES + "/" + id);
    assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(json(made).at("/task_context/n").decimalValue()).isEqualByComparingTo("0.1");
    var one = SCHEDULES + "/" + id;
    assertThat(json(served.ask("GET", one, "")).path("next_run_at").asString()).endsWith("Z");
    served.ask("PUT", one, "{\"description\":\"d\"}", "If-Match", "\"1\"");
    var outdated = served.ask("PATCH", one, "{\"name\":\"x\"}", "If-Match", "\"1\"");
    assertThat(outdated.statusCode()).isEqualTo(412);
    assertThat(outdated.headers().firstValue("ETag")).contains("\"2\"");
    var patched = served.ask("PATCH", one, "{\"description\":null,\"timezone\":\"UTC\"}");
    assertThat(json(patched).path("version").asInt()).isEqualTo(3);
    var paused = served.ask("POST", one + "/pause", "{\"reason\":\"moving\"}");
    assertThat(json(paused).path("pause_reason").asString()).isEqualTo("moving");
    assertThat(json(paused).path("paused_by").asString()).isEqualTo("user:admin");
    assertThat(json(paused).has("next_run_at")).isFalse();
    assertThat(json(served.ask("POST", one + "/resume", "")).path("status").asString())
        .isEqualTo("ACTIVE");
    var row = json(served.ask("GET", SCHEDULES + "?status=ACTIVE&search=DAI", ""));
    assertThat(row.at("/schedules/0/name").asString()).isEqualTo("daily");
    assertThat(row.at("/schedules/0").propertyNames()).doesNotContain("task_query", "task_context");
    served.ask(
        "POST",
        SCHEDULES + "/preview",
        "{\"schedule\":{\"cron_expression\":\"*/7 * * * *\"},\"count\":3}");
    return id;
  }

  private void runs(String schedule) {
    var one = SCHEDULES + "/" + schedule;
    try (var client = new CarillonClient(served.address(), Optional.of(Served.OPERATOR));
        var events = client.follow(OptionalLong.of(0))) {
      var first = served.ask("POST", one + "/trigger", "{\"idempotency_key\":\"k\"}");
      assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
      var again = served.ask("POST", one + "/trigger", "", "Idempotency-Key", "k");
      assertThat(again.headers().firstValue("Idempotency-Replayed"))
          .as(again.body())
          .contains("true");
      var id = json(first).path("run_id").asString();
      assertThat(json(again).path("run_id").asString()).isEqualTo(id);
      var other =
          served.ask("POST", one + "/trigger", "{\"task_query\":\"x\",\"idempotency_key\":\"k\"}");
      assertThat(other.statusCode()).isEqualTo(422);
      var ended = events.filter(event -> event.type().equals("carillon.run.completed")).findFirst();
      assertThat(ended.orElseThrow().data().runId()).contains(id);
      served.answered("GET /api/v1/events");
      var run = json(served.ask("GET", "/api/v1/runs/" + id, ""));
      assertThat(run.path("status").asString()).isEqualTo("COMPLETED");
      assertThat(run.path("result").asString()).contains("hello");
    }
    assertThat(json(served.ask("GET", one + "/runs", "")).path("runs")).hasSize(1);
    assertThat(json(served.ask("GET", one + "/ledger", "")).path("lines")).hasSize(1);
    var listed =
        served.ask("GET", "/api/v1/runs?agent=echo&trigger_type=manual&status=COMPLETED", "");
    assertThat(json(listed).path("total_count").asInt()).isEqualTo(1);
    served.ask("POST", "/api/v1/events/deployed", "{\"id\":\"e1\",\"data\":{\"n\":1}}");
    var page = json(served.ask("GET", "/api/v1/activity?page_size=1", ""));
    assertThat(page.path("activities")).hasSize(1);
    served.ask("GET", "/api/v1/activity?page_token=" + page.path("next_page_token").asString(), "");
  }

  private void access() {
    served.ask("POST", "/api/v1/tenants", "{\"tenant_id\":\"acme\"}");
    served.ask("GET", "/api/v1/tenants", "");
    served.ask("POST", "/api/v1/users", "{\"name\":\"ada\"}");
    served.ask("GET", "/api/v1/users", "");
    served.ask("GET", "/api/v1/users/ada", "");
    var key = served.ask("POST", "/api/v1/keys", "{\"name\":\"k\",\"user\":\"ada\"}");
    var path = key.headers().firstValue("Location").orElseThrow();
    served.ask("GET", "/api/v1/keys", "");
    served.ask("GET", path, "");
    served.ask("DELETE", path, "");
    served.ask("DELETE", "/api/v1/users/ada", "");
    var again = served.ask("PATCH", "/api/v1/users/ada", "{\"disabled\":false}");
    assertThat(json(again).path("status").asString()).isEqualTo("active");
    served.askAs("", "POST", "/api/v1/session", "{\"key\":\"" + Served.OPERATOR + "\"}");
    served.ask("GET", "/api/v1/session", "");
    served.askAs("", "DELETE", "/api/v1/session", "");
    served.askAs("", "GET", "/app/sign-in?token=none", "");
  }

  private void system() {
    served.ask("GET", "/api/v1/system", "");
    for (var path :
        new String[] {"/livez", "/readyz", "/health", "/openapi.yaml", "/", "/app/", "/app/runs"}) {
      served.askAs("", "GET", path, "");
    }
    assertThat(served.askAs("", "GET", "/metrics", "").body())
        .contains("carillon_runs_under_way")
        .contains("carillon_info{version=");
  }
}
