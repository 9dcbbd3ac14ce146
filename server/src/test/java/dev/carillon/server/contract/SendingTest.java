package dev.carillon.server.contract;

import static dev.carillon.server.contract.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What may be sent to a schedule. */
class SendingTest extends OnServer {
  @Test
  void what_get_gave_may_be_sent_back_and_read_only_fields_are_not_written() {
    for (var timing :
        List.of(
            "\"cron_expression\":\"0 9 * * *\"",
            "\"trigger\":{\"type\":\"manual\"}",
            "\"trigger\":{\"type\":\"interval\",\"every\":2,\"unit\":\"hours\"}",
            "\"trigger\":{\"type\":\"rrule\",\"rule\":\"FREQ=DAILY\",\"timezone\":\"Asia/Tokyo\"}")) {
      var draft = "{\"name\":\"again\",\"task_query\":\"q\"," + timing + "}";
      var one = served.ask("POST", SCHEDULES, draft).headers().firstValue("Location").orElseThrow();
      var got = (ObjectNode) json(served.ask("GET", one, ""));
      got.put("total_runs", 7).put("description", "sent back");
      for (var method : List.of("PUT", "PATCH")) {
        var answer = served.ask(method, one, got.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("description").asString()).isEqualTo("sent back");
        got = (ObjectNode) json(served.ask("GET", one, ""));
      }
      for (var field : List.of("status", "owner", "version", "paused_by")) {
        var answer = served.ask("PUT", one, "{\"" + field + "\":\"other\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).startsWith(field + " is read-only");
      }
      served.ask("DELETE", one, "");
    }
  }

  @Test
  void a_version_that_is_not_the_present_one_is_answered_like_that_of_if_match() {
    var one = made();
    var old = served.ask("GET", one, "").body();
    served.ask("PATCH", one, "{\"description\":\"by somebody else\"}");
    for (var method : List.of("PUT", "PATCH")) {
      var answer = served.ask(method, one, old);
      assertStatus(412, answer.statusCode());
      assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
      assertStatus(412, served.ask(method, one, old, "If-Match", "\"2\"").statusCode());
    }
    assertThat(json(served.ask("GET", one, "")).path("description").asString())
        .isEqualTo("by somebody else");
    served.ask("DELETE", one, "");
  }

  @Test
  void a_deed_with_nothing_to_do_says_so() {
    var one = made();
    assertSays("Nothing to resume: the schedule is ACTIVE", one + "/resume");
    assertSays("Schedule paused", one + "/pause");
    assertSays("Nothing to pause: the schedule is PAUSED", one + "/pause");
    assertSays("Schedule resumed", one + "/resume");
    var unchanged = served.ask("PUT", one, "{\"name\":\"a\"}");
    assertThat(json(unchanged).path("message").asString()).startsWith("Nothing to change");
    served.ask("DELETE", one, "");
  }

  private void assertSays(String message, String path) {
    var answer = served.ask("POST", path, "");
    assertStatus(200, answer.statusCode());
    assertThat(json(answer).path("message").asString()).isEqualTo(message);
  }

  private String made() {
    var draft = "{\"name\":\"a\",\"cron_expression\":\"0 9 * * *\",\"task_query\":\"q\"}";
    return served.ask("POST", SCHEDULES, draft).headers().firstValue("Location").orElseThrow();
  }

  @Test
  void a_message_is_as_long_with_a_request_as_with_a_schedule() {
    var longest = "\uD83D\uDD14".repeat(65_536);
    var draft = "{\"name\":\"a\",\"trigger\":{\"type\":\"manual\"},\"task_query\":\"%s\"}";
    var one =
        served.ask("POST", SCHEDULES, draft.formatted(longest)).headers().firstValue("Location");
    var trigger = one.orElseThrow() + "/trigger";
    var wanted = "{\"task_query\":\"%s\"}";
    assertStatus(202, served.ask("POST", trigger, wanted.formatted(longest)).statusCode());
    assertStatus(400, served.ask("POST", trigger, wanted.formatted(longest + "x")).statusCode());
    assertStatus(400, served.ask("POST", SCHEDULES, draft.formatted(longest + "x")).statusCode());
    assertStatus(400, served.ask("POST", trigger, wanted.formatted(" ")).statusCode());
    served.ask("DELETE", one.orElseThrow(), "");
  }

  @Test
  void a_key_and_a_reason_are_as_long_in_characters_as_the_contract_says() {
    var bell = "\uD83D\uDD14";
    var one = made();
    var key = "{\"idempotency_key\":\"%s\"}";
    var trigger = one + "/trigger";
    assertStatus(202, served.ask("POST", trigger, key.formatted(bell.repeat(255))).statusCode());
    assertStatus(400, served.ask("POST", trigger, key.formatted(bell.repeat(256))).statusCode());
    var reason = "{\"reason\":\"%s\"}";
    var pause = one + "/pause";
    assertStatus(400, served.ask("POST", pause, reason.formatted(bell.repeat(1_001))).statusCode());
    assertStatus(200, served.ask("POST", pause, reason.formatted(bell.repeat(1_000))).statusCode());
    served.ask("DELETE", one, "");
  }

  private static void assertStatus(int expected, int status) {
    assertThat(status).isEqualTo(expected);
  }
}
