package dev.carillon.server.contract;

import static dev.carillon.server.contract.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for what is another's is told that it does not exist, by tenant and by owner. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignTest {
  private static final String DRAFT =
      "{\"name\":\"a\",\"trigger\":{\"type\":\"manual\"},\"task_query\":\"q\"}";
  private static final String NAMED = "{\"name\":\"mine\"}";
  private static final String MINE = "{\"url\":\"http://hidden.invalid:9/\"}";
  private static final String DAYS = "{\"type\":\"dates\",\"dates\":[\"2090-12-25\"]}";
  private static final List<String> OPEN =
      List.of("POST /api/v1/session", "DELETE /api/v1/session");

  private Served served;
  private String owner;
  private String neighbour;
  private String boss;
  private String stranger;
  private String schedule;
  private String run;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    served = new Served(folder);
    served.ask("POST", "/api/v1/tenants", "{\"tenant_id\":\"acme\"}");
    owner = key("owner", "member", "default");
    neighbour = key("neighbour", "member", "default");
    boss = key("boss", "admin", "default");
    stranger = key("stranger", "admin", "acme");
    schedule = text(served.askAs(owner, "POST", "/api/v1/schedules", DRAFT), "schedule_id");
    run = text(served.askAs(owner, "POST", one() + "/trigger", ""), "run_id");
    served.askAs(owner, "PUT", "/api/v1/agents/mine", MINE);
    served.askAs(owner, "PUT", "/api/v1/calendars/mine", DAYS);
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void without_a_key_every_operation_of_the_api_is_401() {
    for (var operation : served.contract().operations()) {
      var method = operation.substring(0, operation.indexOf(' '));
      var path = operation.substring(operation.indexOf(' ') + 1);
      if (path.startsWith("/api/") && !OPEN.contains(operation)) {
        var answer = served.askAs("", method, path.replaceAll("\\{[a-z_]+}", schedule), "");
        assertThat(answer.statusCode()).as(operation).isEqualTo(401);
      }
    }
  }

  @Test
  void what_is_anothers_is_absent_and_stays_as_it_was() {
    for (var key : List.of(neighbour, stranger)) {
      for (var request :
          List.of(
              "GET " + one(),
              "PUT " + one(),
              "PATCH " + one(),
              "DELETE " + one(),
              "POST " + one() + "/pause",
              "POST " + one() + "/resume",
              "POST " + one() + "/trigger",
              "GET " + one() + "/runs",
              "GET " + one() + "/ledger",
              "GET /api/v1/runs/" + run,
              "GET /api/v1/agents/mine",
              "DELETE /api/v1/agents/mine",
              "GET /api/v1/calendars/mine",
              "DELETE /api/v1/calendars/mine")) {
        var method = request.substring(0, request.indexOf(' '));
        var body = method.startsWith("P") ? "{}" : "";
        var answer = served.askAs(key, method, request.substring(request.indexOf(' ') + 1), body);
        assertThat(answer.statusCode()).as(request).isEqualTo(404);
      }
      assertThat(count(key, "/api/v1/schedules")).isZero();
      assertThat(count(key, "/api/v1/calendars")).isZero();
      assertThat(count(key, "/api/v1/runs")).isZero();
      assertThat(count(key, "/api/v1/runs?schedule_id=" + schedule)).isZero();
      assertThat(json(served.askAs(key, "GET", "/api/v1/activity", "")).path("activities"))
          .isEmpty();
    }
    assertThat(text(served.askAs(owner, "GET", one(), ""), "status")).isEqualTo("ACTIVE");
    assertThat(served.askAs(owner, "GET", "/api/v1/agents/mine", "").statusCode()).isEqualTo(200);
  }

  @Test
  void an_administrator_sees_what_is_the_tenants_with_its_owner() {
    var seen = served.askAs(boss, "GET", one(), "");
    assertThat(text(seen, "owner")).isEqualTo("owner");
    assertThat(text(seen, "tenant_id")).isEqualTo("default");
    assertThat(count(boss, "/api/v1/schedules")).isEqualTo(1);
    assertThat(served.askAs(boss, "GET", "/api/v1/runs/" + run, "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_name_that_another_has_is_free() {
    for (var key : List.of(neighbour, boss, stranger)) {
      assertThat(served.askAs(key, "POST", "/api/v1/agents", NAMED).statusCode()).isEqualTo(201);
      assertThat(served.askAs(key, "POST", "/api/v1/agents", NAMED).statusCode()).isEqualTo(409);
      var own = served.askAs(key, "GET", "/api/v1/agents/mine", "");
      assertThat(json(own).has("url")).isFalse();
      assertThat(served.askAs(key, "DELETE", "/api/v1/agents/mine", "").statusCode())
          .isEqualTo(204);
    }
    var still = served.askAs(owner, "GET", "/api/v1/agents/mine", "");
    assertThat(text(still, "url")).isEqualTo("http://hidden.invalid:9/");
  }

  @Test
  void an_administrator_sees_the_agents_of_others_behind_their_own_and_forgets_them() {
    assertThat(text(served.askAs(boss, "GET", "/api/v1/agents/mine", ""), "owner"))
        .isEqualTo("owner");
    served.askAs(neighbour, "PUT", "/api/v1/agents/theirs", "{}");
    assertThat(served.askAs(boss, "DELETE", "/api/v1/agents/theirs", "").statusCode())
        .isEqualTo(204);
    assertThat(served.askAs(neighbour, "GET", "/api/v1/agents/theirs", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_schedule_calls_no_agent_of_somebody_else() {
    var max = key("max", "member", "default");
    var made = served.askAs(max, "POST", "/api/v1/schedules", calling("mine"));
    assertThat(json(made).at("/warnings/0/code").asString()).isEqualTo("target_missing");
    var path = "/api/v1/schedules/" + text(made, "schedule_id");
    var triggered = served.askAs(max, "POST", path + "/trigger", "");
    assertThat(triggered.statusCode()).isEqualTo(409);
    var ledger = served.askAs(max, "GET", path + "/ledger", "");
    for (var answer : List.of(made, triggered, ledger)) {
      assertThat(answer.body()).doesNotContain("hidden");
    }
  }

  @Test
  void an_event_reaches_what_its_publisher_sees_and_nobody_runs_after_what_is_anothers() {
    var waiting =
        "{\"name\":\"w\",\"trigger\":{\"type\":\"event\",\"event\":\"told\"},\"task_query\":\"q\"}";
    var eve = key("eve", "member", "default");
    served.askAs(eve, "POST", "/api/v1/schedules", waiting);
    for (var key : List.of(owner, neighbour, stranger)) {
      assertThat(reached(key)).isZero();
      var after = "{\"type\":\"after\",\"schedules\":[\"" + schedule + "\"]}";
      var answer = served.askAs(key, "POST", "/api/v1/schedules/preview", previewed(after));
      assertThat(answer.statusCode()).isEqualTo(key.equals(owner) ? 200 : 400);
    }
    assertThat(reached(eve)).isEqualTo(1);
    assertThat(reached(boss)).isEqualTo(1);
  }

  private static String previewed(String trigger) {
    return "{\"schedule\":{\"trigger\":" + trigger + "}}";
  }

  private int reached(String key) {
    var answer = served.askAs(key, "POST", "/api/v1/events/told", "{\"id\":\"e\"}");
    assertThat(json(answer).path("replayed").asBoolean()).isFalse();
    return json(answer).path("schedules").asInt();
  }

  @Test
  void nobody_takes_the_place_of_an_agent_of_the_server() {
    for (var key : List.of(neighbour, owner, boss)) {
      var put = served.askAs(key, "PUT", "/api/v1/agents/echo", MINE);
      var posted = served.askAs(key, "POST", "/api/v1/agents", "{\"name\": \"echo\"}");
      for (var answer : List.of(put, posted)) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(text(answer, "error"))
            .isEqualTo("agent echo is built into this server: choose another name");
      }
      assertThat(text(served.askAs(key, "GET", "/api/v1/agents/echo", ""), "kind"))
          .isEqualTo("local");
    }
  }

  @Test
  void a_member_has_so_many_schedules_and_no_more() {
    var many = key("many", "member", "default");
    for (var i = 0; i < 3; i++) {
      assertThat(served.askAs(many, "POST", "/api/v1/schedules", DRAFT).statusCode())
          .isEqualTo(201);
    }
    var fourth = served.askAs(many, "POST", "/api/v1/schedules", DRAFT);
    assertThat(fourth.statusCode()).isEqualTo(429);
    assertThat(text(fourth, "error")).isEqualTo("schedule limit reached: 3/3 schedules");
    served.askAs(many, "GET", "/api/v1/schedules", "");
  }

  private static String calling(String agent) {
    return DRAFT.replaceFirst(
        "}$", ",\"target\":{\"type\":\"agent\",\"agent\":\"" + agent + "\"}}");
  }

  private String one() {
    return "/api/v1/schedules/" + schedule;
  }

  private int count(String key, String path) {
    return json(served.askAs(key, "GET", path, "")).path("total_count").asInt();
  }

  private String key(String name, String role, String tenant) {
    served.ask(
        "POST",
        "/api/v1/users",
        "{\"name\":\"%s\",\"role\":\"%s\",\"tenant_id\":\"%s\"}".formatted(name, role, tenant));
    var made =
        served.ask(
            "POST",
            "/api/v1/keys",
            "{\"name\":\"k\",\"user\":\"%s\",\"tenant_id\":\"%s\",\"scopes\":%s}"
                .formatted(name, tenant, scopes(role)));
    return text(made, "key");
  }

  private static String scopes(String role) {
    var all =
        "\"schedules:read\",\"schedules:write\",\"runs:read\",\"runs:trigger\",\"agents:read\",\"agents:write\"";
    return "[" + all + (role.equals("member") ? "" : ",\"admin\"") + "]";
  }

  private static String text(HttpResponse<String> answer, String field) {
    assertThat(json(answer).has(field)).as(answer.body()).isTrue();
    return json(answer).path(field).asString();
  }
}
