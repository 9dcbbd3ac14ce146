package dev.carillon.targets.agent;

import static dev.carillon.core.run.FailureKind.CONNECT;
import static dev.carillon.core.run.FailureKind.HTTP_4XX;
import static dev.carillon.core.run.FailureKind.HTTP_5XX;
import static dev.carillon.core.run.FailureKind.INVALID_ANSWER;
import static dev.carillon.core.run.FailureKind.LAUNCH;
import static dev.carillon.core.run.FailureKind.RATE_LIMITED;
import static dev.carillon.core.run.FailureKind.TOO_LARGE;
import static dev.carillon.testkit.agent.Behaviours.answering;
import static dev.carillon.testkit.agent.Behaviours.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import dev.carillon.testkit.agent.Behaviour;
import dev.carillon.testkit.agent.Behaviours;
import dev.carillon.testkit.agent.FakeAgent;
import dev.carillon.testkit.agent.Hostile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HostileAgentsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(400);

  /** What an agent does, and how the attempt fails for it. */
  private record Fails(String agent, Behaviour does, FailureKind kind, String words) {}

  private static final List<Fails> HOSTILE =
      List.of(
          new Fails("400", status(400, "{\"detail\":\"no\"}"), HTTP_4XX, "answered 400: {\"det"),
          new Fails("404 of nothing", status(404, ""), HTTP_4XX, "answered 404"),
          new Fails("500", status(500, "ouch\n\n at line"), HTTP_5XX, "500: ouch at line"),
          new Fails("599", status(599, ""), HTTP_5XX, "answered 599"),
          new Fails("999", status(999, ""), INVALID_ANSWER, "answered 999"),
          new Fails(
              "429",
              status(429, "Retry-After: 30\r\n", "slow down"),
              RATE_LIMITED,
              "429 (retry after 30): slow down"),
          new Fails("301", Hostile.redirecting(301), INVALID_ANSWER, "points to /api/chat, which"),
          new Fails("307", Hostile.redirecting(307), INVALID_ANSWER, "does not follow"),
          new Fails("nothing", answering(""), INVALID_ANSWER, "answered nothing"),
          new Fails("blanks", answering("  \n"), INVALID_ANSWER, "answered nothing"),
          new Fails("no JSON", answering("<html>hi"), INVALID_ANSWER, "line 1, column 1"),
          new Fails("half JSON", answering("{\"response\":"), INVALID_ANSWER, "not JSON"),
          new Fails("two values", answering("{} {}"), INVALID_ANSWER, "not JSON"),
          new Fails("deep JSON", answering("[".repeat(9_999)), INVALID_ANSWER, "not JSON"),
          new Fails(
              "many tokens", answering("[" + "1,".repeat(250_000) + "1]"), INVALID_ANSWER, "JSON"),
          new Fails(
              "no UTF-8",
              (_, line) -> line.send(200, "", new byte[] {'"', (byte) 0xff, '"'}),
              INVALID_ANSWER,
              "not UTF-8"),
          new Fails(
              "an odd encoding",
              status(200, "Content-Encoding: br, gzip\r\n", "{}"),
              INVALID_ANSWER,
              "'br, gzip', which nobody asked for"),
          new Fails(
              "gzip that is none",
              status(200, "Content-Encoding: gzip\r\n", "{}   plain"),
              INVALID_ANSWER,
              "cannot be unpacked"),
          new Fails("10 GB", Hostile.flooding(10_240), TOO_LARGE, "more than 1 MiB"),
          new Fails("chunks", Hostile.floodingInChunks(64), TOO_LARGE, "more than 1 MiB"),
          new Fails("a packed bomb", Hostile.packedBomb(200), TOO_LARGE, "more than 1 MiB"),
          new Fails("many headers", Hostile.headersWithoutEnd(), INVALID_ANSWER, "headers"),
          new Fails("a long header", Hostile.headerLineWithoutEnd(), INVALID_ANSWER, "headers"),
          new Fails("a reset", Hostile.resettingInMidBody(), CONNECT, "broke the connection"),
          new Fails("half a body", Hostile.closingInMidBody(), CONNECT, "broke the connection"),
          new Fails("no word", Hostile.closing(), CONNECT, "without an answer"),
          new Fails("TLS", Hostile.tlsGarbage(), CONNECT, "without an answer in HTTP"),
          new Fails(
              "a broken chunk",
              said("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc"),
              INVALID_ANSWER,
              "answered with a body that cannot be unpacked"),
          new Fails(
              "a broken length",
              said("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}"),
              INVALID_ANSWER,
              "does not speak HTTP"),
          new Fails("HTTP/9", said("HTTP/9.9 200 OK\r\n\r\n"), INVALID_ANSWER, "speak HTTP"));

  @TestFactory
  Stream<DynamicTest> what_a_hostile_agent_does_fails_the_attempt_in_words() {
    return HOSTILE.stream().map(row -> dynamicTest(row.agent(), () -> fails(row)));
  }

  @TestFactory
  Stream<DynamicTest> an_agent_that_takes_its_time_meets_the_deadline() {
    return Stream.of(
            new Slow("says nothing", Behaviours.hanging()),
            new Slow("hangs after its headers", Hostile.hangingAfterHeaders()),
            new Slow("drips", Hostile.dripping(Duration.ofMillis(20))),
            new Slow("sends interim answers", Hostile.interimAnswers()))
        .map(row -> dynamicTest(row.agent(), () -> timesOut(row.does())));
  }

  private record Slow(String agent, Behaviour does) {}

  @Test
  void an_agent_that_does_not_run_is_said_to_be_down() throws Exception {
    URI url;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = URI.create("http://127.0.0.1:" + taken.getLocalPort());
    }
    assertFailed(
        Calls.call(url, LONG),
        CONNECT,
        "agent 'it' at " + url + " could not be reached: connection refused. Is it running?");
  }

  @Test
  void a_host_that_does_not_exist_is_said_to_be_unknown() throws Exception {
    assertFailed(
        Calls.call(URI.create("http://nowhere.invalid:8000"), LONG),
        CONNECT,
        "no host 'nowhere.invalid' is known. Is its address right?");
  }

  @Test
  void https_to_an_agent_without_it_is_no_secure_connection() throws Exception {
    try (var agent = FakeAgent.start()) {
      var https = URI.create(agent.url().toString().replace("http:", "https:"));
      assertFailed(Calls.call(https, LONG), CONNECT, "no secure connection");
    }
  }

  @TestFactory
  Stream<DynamicTest> an_address_that_cannot_be_called_fails_before_the_call() {
    return Stream.of("mailer:8000", "ftp://mailer", "http:///chat", "/chat", "http://u:p@mailer")
        .map(url ->
            dynamicTest(
                url,
                () -> {
                  var outcome = Calls.call(URI.create(url), LONG);
                  assertFailed(outcome, LAUNCH, "no address that can be called");
                  assertThat(outcome.toString()).doesNotContain("u:p");
                }));
  }

  private static Behaviour said(String text) {
    return Hostile.saying(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void fails(Fails row) throws InterruptedException {
    try (var agent = FakeAgent.start(row.does())) {
      assertFailed(Calls.call(agent.url(), LONG), row.kind(), row.words());
      assertThat(agent.calls()).hasSize(1);
    }
  }

  private static void timesOut(Behaviour does) throws InterruptedException, IOException {
    try (var agent = FakeAgent.start(does)) {
      assertThat(Calls.call(agent.url(), SHORT))
          .isInstanceOfSatisfying(
              Outcome.TimedOut.class,
              late -> assertThat(late.message()).contains("did not answer within 400 ms"));
      assertThat(agent.calls()).hasSize(1);
    }
  }

  private static void assertFailed(Outcome outcome, FailureKind kind, String words) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.message()).startsWith("agent 'it' at ").contains(words);
              assertThat(failed.kind()).isEqualTo(kind);
              assertThat(failed.message().length()).isLessThan(1_000);
            });
  }
}
