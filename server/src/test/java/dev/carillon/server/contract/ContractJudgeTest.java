package dev.carillon.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The judge is judged: what it must refuse, it refuses. */
class ContractJudgeTest {
  private static final String PROBLEM = "application/problem+json";

  @Test
  void an_answer_that_does_not_match_its_schema_is_a_fault() throws IOException {
    var contract = Contract.own();
    var good = "{\"status\":\"healthy\",\"service\":\"carillon\",\"version\":\"1\"}";
    assertThat(faults(contract, 200, "application/json", good)).isEmpty();
    assertThat(faults(contract, 200, "application/json", good.replace("healthy", "fine")))
        .isNotEmpty();
    assertThat(faults(contract, 200, "application/json", good.replace("}", ",\"more\":1}")))
        .isNotEmpty();
    assertThat(faults(contract, 200, "application/json", "{\"status\":\"healthy\"}")).isNotEmpty();
    assertThat(faults(contract, 200, "application/json", "no json")).isNotEmpty();
    assertThat(faults(contract, 200, "text/plain", good)).isNotEmpty();
    assertThat(faults(contract, 418, "application/json", good))
        .containsExactly("status 418 is not described");
  }

  @Test
  void formats_are_judged_too() throws IOException {
    var contract = Contract.own();
    var body = "{\"tenant_id\":\"a\",\"name\":\"A\",\"created_at\":\"%s\"}";
    assertThat(
            contract.faults(
                "POST /api/v1/tenants",
                201,
                "application/json",
                body.formatted("2026-11-24T09:00:00Z")))
        .isEmpty();
    assertThat(
            contract.faults(
                "POST /api/v1/tenants", 201, "application/json", body.formatted("yesterday")))
        .isNotEmpty();
  }

  @Test
  void an_error_is_a_problem_by_its_range_of_status() throws IOException {
    var contract = Contract.own();
    var problem =
        "{\"type\":\"urn:x\",\"title\":\"t\",\"status\":404,\"error\":\"e\",\"errors\":[]}";
    assertThat(contract.faults("GET /api/v1/runs", 404, PROBLEM, problem)).isEmpty();
    assertThat(contract.faults("GET /api/v1/runs", 404, "application/json", problem)).isNotEmpty();
    assertThat(contract.faults("GET /api/v1/runs", 404, PROBLEM, "{\"error\":\"e\"}")).isNotEmpty();
  }

  @Test
  void a_request_is_led_to_its_operation() throws IOException {
    var contract = Contract.own();
    assertThat(contract.operation("POST", "/api/v1/schedules/preview"))
        .contains("POST /api/v1/schedules/preview");
    assertThat(contract.operation("GET", "/api/v1/schedules/x/runs"))
        .contains("GET /api/v1/schedules/{schedule_id}/runs");
    assertThat(contract.operation("GET", "/app/assets/a.js")).contains("GET /app/{path}");
    assertThat(contract.operation("GET", "/app/sign-in")).contains("GET /app/sign-in");
    assertThat(contract.operation("GET", "/api/v2/x")).isEmpty();
  }

  @Test
  void the_examples_of_the_contract_fit_its_schemas() throws IOException {
    var contract = Contract.own();
    assertThat(contract.faultsOfExample("ShortestDraft", "ScheduleDraft")).isEmpty();
    assertThat(contract.faultsOfExample("EveryDefault", "ScheduleDraft")).isEmpty();
    assertThat(contract.faultsOfExample("Schedule", "Schedule")).isEmpty();
    assertThat(contract.faultsOfExample("Run", "Run")).isEmpty();
    assertThat(contract.faultsOfExample("Problem", "Problem")).isEmpty();
    assertThat(contract.faultsOfExample("Run", "Schedule")).isNotEmpty();
  }

  @Test
  void every_field_of_a_schedule_and_a_run_stands_in_an_example() throws IOException {
    var contract = Contract.own();
    assertThat(names(contract, "/components/examples/EveryDefault/value"))
        .containsAll(
            names(contract, "/components/schemas/ScheduleDraft/properties").stream()
                .filter(name -> !List.of("cron_expression", "timezone").contains(name))
                .toList());
    assertThat(names(contract, "/components/examples/Schedule/value"))
        .containsExactlyInAnyOrderElementsOf(
            names(contract, "/components/schemas/Schedule/properties"));
    assertThat(names(contract, "/components/examples/Run/value"))
        .containsAll(
            names(contract, "/components/schemas/Run/properties").stream()
                .filter(name ->
                    !List.of("failure_kind", "error_message", "until", "covers").contains(name))
                .toList());
  }

  @Test
  void no_comma_has_cut_a_description_in_two() throws IOException {
    assertThat(cut(Contract.own().at(""), "")).isEmpty();
  }

  /** Keys that look like the rest of a sentence. */
  private static List<String> cut(JsonNode node, String at) {
    var found = new ArrayList<String>();
    for (var field : node.properties()) {
      if (field.getValue().isNull() && field.getKey().contains(" ")) {
        found.add(at + "/" + field.getKey());
      }
      found.addAll(cut(field.getValue(), at + "/" + field.getKey()));
    }
    for (var i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      found.addAll(cut(node.get(i), at + "/" + i));
    }
    return found;
  }

  private static List<String> faults(Contract contract, int status, String type, String body) {
    return contract.faults("GET /health", status, type, body);
  }

  private static List<String> names(Contract contract, String pointer) {
    return List.copyOf(contract.at(pointer).propertyNames());
  }
}
