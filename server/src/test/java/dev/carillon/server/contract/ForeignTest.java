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
    served.askAs(owner, "PUT", "/api/v1/agents/mine", "{}");
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
              "DELETE /api/v1/agents/mine")) {
        var method = request.substring(0, request.indexOf(' '));
        var body = method.startsWith("P") ? "{}" : "";
        var answer = served.askAs(key, method, request.substring(request.indexOf(' ') + 1), body);
        assertThat(answer.statusCode()).as(request).isEqualTo(404);
      }
      assertThat(count(key, "/api/v1/schedules")).isZero();
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
  void a_name_that_another_has_is_taken() {
    assertThat(served.askAs(neighbour, "PUT", "/api/v1/agents/mine", "{}").statusCode())
        .isEqualTo(409);
    assertThat(served.askAs(stranger, "PUT", "/api/v1/agents/mine", "{}").statusCode())
        .isEqualTo(201);
    served.askAs(stranger, "DELETE", "/api/v1/agents/mine", "");
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
