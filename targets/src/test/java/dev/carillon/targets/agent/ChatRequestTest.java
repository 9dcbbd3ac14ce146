package dev.carillon.targets.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Input;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.target.Attempt;
import dev.carillon.testkit.agent.FakeAgent;
import dev.carillon.testkit.agent.HeardCall;
import dev.carillon.testkit.target.Attempts;
import dev.carillon.testkit.target.Told;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChatRequestTest {
  private static final Attempt FIRST = Attempts.of(Calls.IT, "hello");

  @Test
  void an_agent_hears_the_message_and_every_header_of_ours() throws InterruptedException {
    var heard = heard(FIRST);
    var run = FIRST.run().toString();
    assertThat(heard.method()).isEqualTo("POST");
    assertThat(heard.path()).isEqualTo("/api/chat");
    assertThat(heard.body()).isEqualTo("{\"message\":\"hello\",\"stream\":false}");
    assertThat(ours(heard))
        .isEqualTo(
            Map.of(
                "Idempotency-Key",
                run,
                "traceparent",
                Traceparent.of(FIRST),
                "Carillon-Schedule-Id",
                Attempts.SCHEDULE.toString(),
                "Carillon-Run-Id",
                run,
                "Carillon-Nominal-Time",
                "2026-03-29T01:00:00Z",
                "Carillon-Attempt",
                "1",
                "Carillon-Trigger",
                "schedule"));
    assertThat(heard.header("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(heard.header("Upgrade")).isEmpty();
    assertThat(heard.header("User-Agent")).contains("Carillon");
  }

  @Test
  void a_run_without_a_nominal_time_says_none() throws InterruptedException {
    var heard = heard(requested());
    assertThat(heard.header("Carillon-Nominal-Time")).isEmpty();
    assertThat(heard.header("Carillon-Trigger")).contains("manual");
  }

  @Test
  void a_context_stands_beside_the_message_as_it_was_written() throws InterruptedException {
    var input = new Input("a \"b\"", "{\"n\":2.50,\"o\":{\"u\":\"\u00fc\"}}");
    var heard = heard(Attempts.of(Calls.IT, input, Duration.ofSeconds(20)));
    assertThat(heard.body())
        .isEqualTo(
            "{\"message\":\"a \\\"b\\\"\",\"stream\":false,"
                + "\"context\":{\"n\":2.50,\"o\":{\"u\":\"\u00fc\"}}}");
  }

  @Test
  void every_attempt_of_a_run_has_its_key_and_its_trace_and_a_span_of_its_own() {
    var second = again(1, 2);
    var rescued = again(2, 1);
    assertThat(Stream.of(FIRST, second, rescued).map(Traceparent::of).distinct()).hasSize(3);
    assertThat(Stream.of(FIRST, second, rescued).map(Traceparent::of))
        .allSatisfy(header ->
            assertThat(header)
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .contains(Traceparent.traceId(FIRST.run())));
    assertThat(Traceparent.traceId(FIRST.run())).isEqualTo(FIRST.run().toString().replace("-", ""));
  }

  /** An address as it is registered, and the one that is called. */
  private record Where(String registered, String called) {}

  @TestFactory
  Stream<DynamicTest> the_chat_lives_below_the_registered_address() {
    return Stream.of(
            new Where("http://a:8000", "http://a:8000/api/chat"),
            new Where("http://a:8000/", "http://a:8000/api/chat"),
            new Where("HTTPS://A.example/team/x//", "HTTPS://A.example/team/x/api/chat"),
            new Where("http://[::1]:9", "http://[::1]:9/api/chat"),
            new Where("http://a/b%20c", "http://a/b%20c/api/chat"))
        .map(row ->
            dynamicTest(
                row.registered(),
                () ->
                    assertThat(Address.of(row.registered()).orElseThrow().chat())
                        .isEqualTo(URI.create(row.called()))));
  }

  @Test
  void an_address_whose_end_would_be_lost_is_none() {
    assertThat(Address.of("http://a/b?x=1")).isEmpty();
    assertThat(Address.of("http://a/b#y")).isEmpty();
  }

  @Test
  void an_agent_without_a_url_lives_where_the_template_says() {
    try (var http = new HttpAgents("http://agent-{name}:8000")) {
      var row = Calls.row(URI.create("http://unused"));
      var nameless =
          new Agent(
              row.owner(),
              "mailer",
              Optional.empty(),
              row.timeout(),
              row.createdAt(),
              row.updatedAt());
      assertThat(http.callee(nameless).label())
          .isEqualTo("agent 'mailer' at http://agent-mailer:8000");
    }
  }

  private static HeardCall heard(Attempt attempt) throws InterruptedException {
    try (var agent = FakeAgent.start();
        var http = new HttpAgents("http://unused")) {
      Told.by(Calls.caller(http, agent.url()), attempt);
      return agent.awaitCall();
    }
  }

  private static Map<String, String> ours(HeardCall call) {
    var ours = new HashMap<>(call.headers());
    ours.keySet()
        .removeIf(name ->
            !name.startsWith("Carillon-")
                && !name.equals("Idempotency-Key")
                && !name.equals("traceparent"));
    return ours;
  }

  private static Attempt again(int epoch, int number) {
    return new Attempt(
        FIRST.run(),
        epoch,
        number,
        FIRST.owner(),
        FIRST.schedule(),
        FIRST.target(),
        FIRST.kind(),
        FIRST.nominal(),
        FIRST.input(),
        FIRST.timeout());
  }

  private static Attempt requested() {
    return new Attempt(
        FIRST.run(),
        1,
        1,
        FIRST.owner(),
        FIRST.schedule(),
        FIRST.target(),
        TriggerKind.MANUAL,
        Optional.empty(),
        FIRST.input(),
        FIRST.timeout());
  }
}
