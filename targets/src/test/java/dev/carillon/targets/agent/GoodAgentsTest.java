package dev.carillon.targets.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.carillon.core.money.Cost;
import dev.carillon.core.run.Outcome;
import dev.carillon.testkit.agent.Behaviour;
import dev.carillon.testkit.agent.Behaviours;
import dev.carillon.testkit.agent.FakeAgent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoodAgentsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** How an agent sends an answer that is as good as any other. */
  private record Sends(String how, Behaviour does) {}

  @TestFactory
  Stream<DynamicTest> an_answer_counts_however_it_is_sent() {
    return Stream.of(
            new Sends("201", Behaviours.status(201, Behaviours.PLAIN_ANSWER)),
            new Sends("no content type", sent("", Behaviours.PLAIN_ANSWER)),
            new Sends("text", sent("Content-Type: text/html\r\n", Behaviours.PLAIN_ANSWER)),
            new Sends("nonsense", sent("Content-Type: ;;;=\r\n", Behaviours.PLAIN_ANSWER)),
            new Sends("Latin", sent("Content-Type: a/b; charset=latin1\r\n", said("\u00fc"))),
            new Sends("a byte order mark", sent("", "\uFEFF" + Behaviours.PLAIN_ANSWER)),
            new Sends("identity", sent("Content-Encoding: identity\r\n", said("x"))),
            new Sends("gzip", packed()),
            new Sends("just below the limit", sent("", said("x".repeat(1_048_000)))),
            new Sends("until it closes", (_, line) -> line.send("HTTP/1.0 200 OK\r\n\r\n{}")),
            new Sends(
                "after an interim answer",
                (call, line) ->
                    sent("", "{}").answer(call, line.send("HTTP/1.1 100 Continue\r\n\r\n"))))
        .map(row -> dynamicTest(row.how(), () -> succeeds(row.does())));
  }

  @Test
  void a_failure_that_says_what_it_cost_keeps_its_cost() throws InterruptedException {
    var json = "{\"detail\":\"gave up\",\"metadata\":{\"cost_usd\":0.25}}";
    try (var agent = FakeAgent.start(Behaviours.status(500, json))) {
      assertThat(Calls.call(agent.url(), LONG))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed ->
                  assertThat(failed.answer().usage().cost()).isInstanceOf(Cost.Reported.class));
    }
  }

  private static void succeeds(Behaviour does) throws InterruptedException {
    try (var agent = FakeAgent.start(does)) {
      assertThat(Calls.call(agent.url(), LONG)).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  private static Behaviour sent(String headers, String json) {
    return (_, line) -> line.send(200, headers, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String said(String text) {
    return "{\"response\":\"" + text + "\"}";
  }

  private static Behaviour packed() {
    return (_, line) -> line.send(200, "Content-Encoding: GZIP\r\n", gzip());
  }

  private static byte[] gzip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(Behaviours.PLAIN_ANSWER.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
