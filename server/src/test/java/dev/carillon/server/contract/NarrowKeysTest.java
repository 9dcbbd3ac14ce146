package dev.carillon.server.contract;

import static dev.carillon.server.contract.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A key that may do one thing is not told what another permission reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NarrowKeysTest {
  private static final String DRAFT =
      "{\"name\":\"a\",\"trigger\":{\"type\":\"manual\"},\"task_query\":\"the secret\"}";

  private Served served;
  private String one;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    served = new Served(folder);
    var made = json(served.ask("POST", "/api/v1/schedules", DRAFT));
    one = "/api/v1/schedules/" + made.path("schedule_id").asString();
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void who_may_only_ask_for_runs_is_told_that_there_is_one_and_how_it_stands() {
    var key = key("runs:trigger");
    var body = "{\"idempotency_key\":\"k\"}";
    var first = json(served.askAs(key, "POST", one + "/trigger", body));
    assertThat(first.propertyNames())
        .containsExactlyInAnyOrder("run_id", "schedule_id", "status", "reason", "reason_text");
    var whole = json(served.ask("POST", one + "/trigger", body));
    assertThat(whole.path("run_id")).isEqualTo(first.path("run_id"));
    assertThat(whole.path("query").asString()).isEqualTo("the secret");
  }

  @Test
  void who_may_only_write_schedules_is_not_told_what_stands_in_them() {
    var key = key("schedules:write");
    for (var answer :
        new String[] {
          served.askAs(key, "PUT", one, "{}").body(),
          served.askAs(key, "PATCH", one, "{}").body(),
          served.askAs(key, "POST", one + "/pause", "").body(),
          served.askAs(key, "POST", one + "/resume", "").body(),
          served.askAs(key, "POST", "/api/v1/schedules", DRAFT).body()
        }) {
      assertThat(answer).contains("\"version\":").contains("\"message\":");
      assertThat(answer).doesNotContain("the secret").doesNotContain("\"trigger\"");
    }
  }

  @Test
  void who_may_only_write_schedules_finds_out_nothing_by_guessing() {
    var key = key("schedules:write");
    for (var guess : new String[] {"admin", "somebody"}) {
      var answer = served.askAs(key, "PUT", one, "{\"owner\":\"" + guess + "\"}");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json(answer).path("error").asString())
          .isEqualTo("owner is read-only: leave it out");
    }
    assertThat(served.askAs(key, "PUT", one, "{\"version\":7}").statusCode()).isEqualTo(412);
    assertThat(served.askAs(key, "PUT", one, "{\"version\":1}").statusCode()).isEqualTo(200);
  }

  private String key(String scope) {
    var draft = "{\"name\":\"narrow\",\"scopes\":[\"" + scope + "\"]}";
    return json(served.ask("POST", "/api/v1/keys", draft)).path("key").asString();
  }
}
