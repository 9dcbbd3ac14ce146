package dev.carillon.targets.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.carillon.core.money.Cost;
import dev.carillon.core.money.Money;
import dev.carillon.core.money.Tokens;
import dev.carillon.core.run.Answer;
import dev.carillon.core.run.ToolCall;
import dev.carillon.testkit.agent.Behaviours;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AgentAnswerTest {
  private static final Cost UNKNOWN = Cost.unknown();
  private final SessionTotals totals = new SessionTotals();

  @Test
  void a_whole_answer_is_read_as_it_was_meant() {
    var answer = read(Behaviours.PLAIN_ANSWER);
    assertThat(answer.text()).contains("done");
    assertThat(answer.sessionId()).contains("s-1");
    assertThat(answer.usage().cost()).isEqualTo(reported("0.0125"));
    assertThat(answer.usage().tokens()).isEqualTo(tokens(300, 50, 600, 100));
    assertThat(answer.usage().model()).contains("fake-1");
    assertThat(answer.usage().contextUsed()).hasValue(1_050);
    assertThat(answer.usage().contextMax()).hasValue(200_000);
    assertThat(answer.toolCalls())
        .containsExactly(
            new ToolCall(
                "t1", "tool_use", "search", "{\"q\":\"news\"}", true, OptionalLong.of(42)));
  }

  /** What an agent says, and the text that is kept. */
  private record Said(String json, String text) {}

  @TestFactory
  Stream<DynamicTest> without_a_response_the_whole_json_is_the_text() {
    return Stream.of(
            new Said("{\"response\":\"\"}", ""),
            new Said("{\"result\":7}", "{\"result\":7}"),
            new Said("{\"response\":null}", "{\"response\":null}"),
            new Said("{\"response\":{\"a\":1}}", "{\"response\":{\"a\":1}}"),
            new Said("[1, 2]", "[1, 2]"),
            new Said("\"hi\"", "\"hi\""),
            new Said("null", "null"),
            new Said("\uFEFF{}", "{}"))
        .map(row ->
            dynamicTest(row.json(), () -> assertThat(text(row.json())).isEqualTo(row.text())));
  }

  /** What an agent says about its cost, and what is believed. */
  private record Costs(String json, Cost cost) {}

  @TestFactory
  Stream<DynamicTest> a_cost_that_cannot_be_is_unknown() {
    return Stream.of(
            new Costs("0", reported("0")),
            new Costs("0.000000001", reported("0.000000001")),
            new Costs("1e-3", reported("0.001")),
            new Costs("10000", reported("10000")),
            new Costs("1e-999999999", reported("0")),
            new Costs("10000.01", UNKNOWN),
            new Costs("1e999999999", UNKNOWN),
            new Costs("-0.01", UNKNOWN),
            new Costs("NaN", UNKNOWN),
            new Costs("Infinity", UNKNOWN),
            new Costs("-Infinity", UNKNOWN),
            new Costs("\"0.01\"", UNKNOWN),
            new Costs("null", UNKNOWN),
            new Costs("true", UNKNOWN),
            new Costs("{}", UNKNOWN),
            new Costs("[0.01]", UNKNOWN))
        .map(row ->
            dynamicTest(
                row.json(),
                () -> {
                  var answer =
                      read("{\"response\":\"r\",\"metadata\":{\"cost_usd\":" + row.json() + "}}");
                  assertThat(answer.usage().cost()).isEqualTo(row.cost());
                  assertThat(answer.text()).contains("r");
                }));
  }

  /** Input, cache read and cache written as an agent says them, and the tokens that are counted. */
  private record Counts(String input, String read, String write, Tokens counted) {}

  @TestFactory
  Stream<DynamicTest> each_token_is_counted_once_and_only_if_it_can_be() {
    return Stream.of(
            new Counts("1000", "600", "100", tokens(300, 5, 600, 100)),
            new Counts("700", "600", "100", tokens(0, 5, 600, 100)),
            new Counts("3", "20000", "10", tokens(3, 5, 20_000, 10)),
            new Counts("-1", "600", "100", tokens(-1, 5, 600, 100)),
            new Counts("1.5", "null", "\"7\"", tokens(-1, 5, -1, -1)),
            new Counts("NaN", "[]", "9223372036854775807", tokens(-1, 5, -1, -1)),
            new Counts("99999999999999999999", "0", "0", tokens(-1, 5, 0, 0)))
        .map(row ->
            dynamicTest(
                row.toString(),
                () -> {
                  var answer =
                      read(
                          """
                          {"metadata":{"input_tokens":%s,"cache_read_tokens":%s,
                           "cache_creation_tokens":%s,"output_tokens":5}}
                          """
                              .formatted(row.input(), row.read(), row.write()));
                  assertThat(answer.usage().tokens()).isEqualTo(row.counted());
                }));
  }

  @Test
  void a_sessions_total_is_no_cost_but_the_difference_of_two_is_an_estimate() {
    assertThat(total("s", "5.00")).isEqualTo(UNKNOWN);
    assertThat(total("s", "5.25")).isEqualTo(new Cost.Estimated(usd("0.25")));
    assertThat(total("other", "9.00")).isEqualTo(UNKNOWN);
    assertThat(total("s", "5.25")).isEqualTo(new Cost.Estimated(Money.ZERO));
    assertThat(total("s", "1.00")).as("the session began anew").isEqualTo(UNKNOWN);
    assertThat(total("s", "1.10")).isEqualTo(new Cost.Estimated(usd("0.10")));
  }

  @Test
  void a_reported_cost_wins_over_the_difference_and_the_total_is_still_noted() {
    total("s", "1");
    var told =
        read(
            """
            {"metadata":{"session_id":"s","cost_usd":0.5},"session":{"total_cost_usd":2}}
            """);
    assertThat(told.usage().cost()).isEqualTo(reported("0.5"));
    assertThat(total("s", "2.1")).isEqualTo(new Cost.Estimated(usd("0.1")));
  }

  @Test
  void a_total_without_a_session_says_nothing() {
    var json = "{\"session\":{\"total_cost_usd\":2}}";
    assertThat(read(json).usage().cost()).isEqualTo(UNKNOWN);
    assertThat(read(json).usage().cost()).isEqualTo(UNKNOWN);
  }

  @Test
  void two_agents_may_call_their_sessions_the_same() {
    var first = "{\"metadata\":{\"session_id\":\"s\"},\"session\":{\"total_cost_usd\":2}}";
    AgentAnswer.read(first, "http://one", totals);
    var other = AgentAnswer.read(first.replace("2", "3"), "http://two", totals);
    assertThat(other.usage().cost()).isEqualTo(UNKNOWN);
  }

  @Test
  void context_that_was_not_told_stays_unknown_and_its_size_may_stand_in_either_place() {
    assertThat(read("{}").usage().contextUsed()).isEmpty();
    assertThat(read("{}").usage().contextMax()).isEmpty();
    var metadata = read("{\"metadata\":{\"context_window\":8,\"input_tokens\":5}}").usage();
    assertThat(metadata.contextMax()).hasValue(8);
    assertThat(metadata.contextUsed()).isEmpty();
  }

  @Test
  void the_use_and_the_result_of_a_tool_are_one_call_in_the_order_of_the_first() {
    var calls =
        read("""
        {"execution_log":[
          {"id":"a","type":"tool_use","tool":"read","input":[1]},
          {"id":"b","type":"tool_use","tool":"write"},
          {"id":"a","type":"tool_result","tool":"read","success":false,"duration_ms":5},
          {"type":"tool_use","tool":"think","input":"hm"},
          "nonsense", null,
          {"id":"c","type":"tool_result","tool":"late","success":true},
          {"id":"a","type":"tool_use","tool":"read"}]}
        """)
            .toolCalls();
    assertThat(calls)
        .containsExactly(
            new ToolCall("a", "tool_use", "read", "[1]", false, OptionalLong.of(5)),
            new ToolCall("b", "tool_use", "write", "{}", true, OptionalLong.empty()),
            new ToolCall("#4", "tool_use", "think", "\"hm\"", true, OptionalLong.empty()),
            new ToolCall("c", "tool_result", "late", "{}", true, OptionalLong.empty()),
            new ToolCall("a", "tool_use", "read", "{}", true, OptionalLong.empty()));
  }

  @Test
  void two_hundred_tool_calls_are_kept_and_their_long_inputs_cut_to_a_json_string() {
    var entries =
        IntStream.range(0, 300)
            .mapToObj(i -> "{\"id\":\"%d\",\"input\":\"%s\"}".formatted(i, "x".repeat(3_000)))
            .collect(Collectors.joining(","));
    var calls = read("{\"execution_log\":[" + entries + "]}").toolCalls();
    assertThat(calls).hasSize(200);
    assertThat(calls.getFirst().inputJson().length()).isLessThan(2_200);
    assertThat(Json.read(calls.getFirst().inputJson()).stringValue()).endsWith("... [cut]");
  }

  @TestFactory
  Stream<DynamicTest> an_execution_log_that_is_none_is_left_out() {
    return Stream.of("null", "{}", "\"log\"", "7", "{\"a\":{\"id\":\"1\"}}")
        .map(log ->
            dynamicTest(
                log, () -> assertThat(read("{\"execution_log\":" + log + "}").text()).isPresent()));
  }

  @Test
  void a_long_text_is_cut_between_characters_and_says_so() {
    var text = text("{\"response\":\"a" + "\ud83d\ude80".repeat(20_000) + "\"}");
    assertThat(text).endsWith("\n[cut: kept 65533 of 80001 bytes]");
    assertThat(text).doesNotContain("\ufffd").doesNotContain("?");
  }

  @Test
  void what_a_database_refuses_is_replaced_in_every_text() {
    var answer =
        read(
            """
            {"response":"a\\u0000b\\ud800c\\\\u0000\\ud83d\\ude80",
             "metadata":{"session_id":"s\\u0000"},
             "execution_log":[{"id":"\\udc00","tool":"t","input":{"k\\u0000":"\\ud800"}}]}
            """);
    assertThat(answer.text()).contains("a\ufffdb\ufffdc\\u0000\ud83d\ude80");
    assertThat(answer.sessionId()).contains("s\ufffd");
    assertThat(answer.toolCalls().getFirst().id()).isEqualTo("\ufffd");
    assertThat(answer.toolCalls().getFirst().inputJson()).isEqualTo("{\"k\ufffd\":\"\ufffd\"}");
  }

  @Test
  void a_name_that_is_no_short_string_is_left_out() {
    var answer =
        read(
            "{\"session\":{\"model\":\""
                + "m".repeat(256)
                + "\"},\"metadata\":{\"session_id\":7}}");
    assertThat(answer.usage().model()).isEmpty();
    assertThat(answer.sessionId()).isEmpty();
  }

  private Answer read(String json) {
    return AgentAnswer.read(json, "http://agent", totals);
  }

  private String text(String json) {
    var bytes = StandardCharsets.UTF_8.encode(json);
    return read(Texts.utf8(bytes).orElseThrow()).text().orElseThrow();
  }

  private Cost total(String session, String usd) {
    return read("{\"metadata\":{\"session_id\":\"%s\"},\"session\":{\"total_cost_usd\":%s}}"
            .formatted(session, usd))
        .usage()
        .cost();
  }

  private static Cost reported(String usd) {
    return new Cost.Reported(usd(usd));
  }

  private static Money usd(String usd) {
    return Money.ofUsd(new BigDecimal(usd));
  }

  /** A negative number stands for unknown. */
  private static Tokens tokens(long input, long output, long read, long write) {
    return new Tokens(known(input), known(output), known(read), known(write));
  }

  private static OptionalLong known(long count) {
    return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
