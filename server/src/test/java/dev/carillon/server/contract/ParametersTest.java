package dev.carillon.server.contract;

import static dev.carillon.server.contract.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which query parameters are obeyed: those that are described. */
class ParametersTest extends OnServer {
  /** It fits nothing, and no parameter that has a form can be read out of it. */
  private static final String FOREIGN = "no~such~value";

  private String schedule;
  private String run;

  @BeforeAll
  void begin() {
    var draft = "{\"name\":\"a\",\"trigger\":{\"type\":\"manual\"},\"task_query\":\"q\"}";
    var made = served.ask("POST", "/api/v1/schedules", draft);
    schedule = json(made).path("schedule_id").asString();
    var asked = served.ask("POST", "/api/v1/schedules/" + schedule + "/trigger", "");
    run = json(asked).path("run_id").asString();
  }

  @Test
  void a_parameter_that_is_not_described_changes_nothing() {
    var contract = served.contract();
    for (var operation : contract.operations()) {
      var path = operation.substring(operation.indexOf(' ') + 1);
      if (!operation.startsWith("GET /api/") || path.equals("/api/v1/events")) {
        continue;
      }
      var plain = outline(get(path, ""));
      for (var name : contract.queryParameters()) {
        if (!contract.queryParameters(operation).contains(name)) {
          assertThat(outline(get(path, "?" + name + "=" + FOREIGN)))
              .as(operation + " obeys " + name)
              .isEqualTo(plain);
        }
      }
    }
  }

  @Test
  void what_is_described_of_runs_and_lines_is_obeyed() {
    for (var path : List.of("/api/v1/runs", one("/runs"), one("/ledger"))) {
      var described =
          served.contract().queryParameters("GET " + path.replace(schedule, "{schedule_id}"));
      assertThat(described)
          .contains("status", "reason", "trigger_type", "agent", "from", "to", "page", "page_size");
      for (var name : described) {
        assertThat(outline(get(path, "?" + name + "=" + FOREIGN)))
            .as(path + " obeys " + name)
            .isNotEqualTo(outline(get(path, "")));
      }
    }
  }

  private String one(String below) {
    return "/api/v1/schedules/" + schedule + below;
  }

  private HttpResponse<String> get(String path, String query) {
    var filled =
        path.replace("{schedule_id}", schedule)
            .replace("{run_id}", run)
            .replace("agents/{name}", "agents/echo")
            .replace("users/{name}", "users/admin")
            .replace("calendars/{name}", "calendars/none")
            .replace("{key_id}", "none");
    return served.ask("GET", filled + query, "");
  }

  /** The status and the shape: values such as times change by themselves. */
  private static String outline(HttpResponse<String> answer) {
    return answer.statusCode() + " " + shape(json(answer));
  }

  private static Object shape(JsonNode node) {
    if (!node.isArray()) {
      return node.isObject() && node.has("error") ? "problem" : lists(node);
    }
    return node.size();
  }

  /** How many entries each list of an answer has. */
  private static List<String> lists(JsonNode node) {
    var found = new ArrayList<String>();
    for (var field : node.properties()) {
      if (field.getValue().isArray()) {
        found.add(field.getKey() + " " + field.getValue().size());
      }
    }
    return found;
  }
}
