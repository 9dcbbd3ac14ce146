package dev.carillon.server.http;

import static dev.carillon.server.http.Listening.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.api.schedules.PauseRequest;
import dev.carillon.engine.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {
  private final CountDownLatch read = new CountDownLatch(1);
  private Listening server;

  @BeforeAll
  void listen() {
    server =
        new Listening(
            List.of(
                Route.get("/things", Door.open(), request -> Answer.ok(Map.of("a", 1))),
                Route.get("/things/{id}", Door.open(), HttpServerTest::seen),
                Route.post("/things", Door.open(), HttpServerTest::echo),
                Route.get("/secret", Door.signedIn(), request -> Answer.nothing()),
                Route.get("/page", Door.open(), HttpServerTest::page),
                Route.get("/bug", Door.open(), request -> broken()),
                Route.get("/away", Door.open(), request -> away()),
                Route.get("/live", Door.open(), request -> live())),
            request -> Optional.empty());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_path_without_a_route_is_a_problem_with_404() {
    var answer = server.get("/nothing?x=1");
    assertProblem(answer, 404, "not-found");
    assertThat(json(answer).path("instance").asString()).isEqualTo("/nothing");
    assertThat(json(answer).path("error").asString()).isEqualTo("there is nothing at this path");
  }

  @Test
  void a_method_that_a_path_does_not_know_is_405_and_names_those_it_knows() {
    var answer = server.send("DELETE", "/things", "");
    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET").contains("POST");
  }

  @Test
  void every_answer_guards_the_browser_and_is_not_kept() {
    for (var path : List.of("/things", "/nothing", "/bug", "/secret")) {
      var headers = server.get(path).headers();
      Guarding.HEADERS.forEach(
          (name, value) -> assertThat(headers.allValues(name)).as(path).containsExactly(value));
      assertThat(headers.allValues("Cache-Control")).as(path).containsExactly("no-store");
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void who_shows_nothing_is_told_how_to_sign_in() {
    var answer = server.get("/secret");
    assertProblem(answer, 401, "sign-in-needed");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"carillon\"");
  }

  @Test
  void malformed_json_is_refused_with_its_line_and_column() {
    var answer = server.send("POST", "/things", "{\n  \"reason\": nul\n}");
    assertProblem(answer, 400, "malformed-body");
    assertThat(json(answer).path("error").asString()).isEqualTo("Invalid request body");
    assertThat(json(answer).path("detail").asString()).contains("line 2, column ");
    assertThat(json(answer).at("/errors/0/line").asInt()).isEqualTo(2);
  }

  @Test
  void an_unknown_field_is_refused_with_its_pointer_and_the_word_that_was_meant() {
    var answer = server.send("POST", "/things", "{\"raeson\":\"x\"}");
    assertProblem(answer, 400, "unknown-field");
    assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/raeson");
    assertThat(json(answer).path("error").asString())
        .isEqualTo("/raeson: unknown field; did you mean reason?");
  }

  @Test
  void a_value_of_the_wrong_type_is_refused_with_its_pointer() {
    var answer = server.send("POST", "/things", "{\"reason\":1}");
    assertProblem(answer, 400, "wrong-value");
    assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/reason");
  }

  @Test
  void a_body_of_another_type_is_415_and_says_which_is_right() {
    var answer =
        server.send("POST", "/things", "a=b", "Content-Type", "application/x-www-form-urlencoded");
    assertProblem(answer, 415, "unsupported-media-type");
    assertThat(json(answer).path("error").asString()).contains("application/json");
  }

  @Test
  void a_body_may_say_its_charset() {
    var answer =
        server.send(
            "POST",
            "/things",
            "{\"reason\":\"ü\"}",
            "Content-Type",
            "application/json;charset=UTF-8");
    assertThat(json(answer).path("reason").asString()).isEqualTo("ü");
  }

  @Test
  void a_body_above_one_mebibyte_is_413() {
    assertProblem(server.send("POST", "/things", " ".repeat(1_048_577)), 413, "too-large");
  }

  @Test
  void a_body_without_a_length_is_measured_too() throws IOException {
    var chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    var answer =
        raw(
            "POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + chunk.repeat(17)
                + "0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:carillon:problem:too-large");
  }

  @Test
  void what_nobody_planned_is_500_without_its_insides() {
    var answer = server.get("/bug");
    assertProblem(answer, 500, "internal");
    assertThat(answer.body()).doesNotContain("insides").doesNotContain("Exception");
  }

  @Test
  void a_store_that_is_away_is_503_and_may_be_tried_again() {
    var answer = server.get("/away");
    assertProblem(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void a_trace_is_taken_over_and_a_request_id_is_given_back() {
    var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    var answer = server.get("/nothing", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    assertThat(json(answer).path("trace_id").asString()).isEqualTo(trace);
    assertThat(answer.headers().firstValue("X-Request-Id")).contains(trace);
    assertThat(server.get("/things", "X-Request-Id", "mine-1").headers().firstValue("X-Request-Id"))
        .contains("mine-1");
    assertThat(server.get("/things", "X-Request-Id", "<b>").headers().firstValue("X-Request-Id"))
        .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{32}"));
  }

  @Test
  void a_line_that_is_no_request_is_a_problem_too() throws IOException {
    assertThat(raw("GET\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("jetty");
    var long_header =
        raw("GET /things HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n");
    assertThat(long_header)
        .startsWith("HTTP/1.1 431")
        .contains("application/problem+json")
        .contains("problem:headers-too-large");
    assertThat(raw("GET /" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 414")
        .contains("problem:path-too-long");
    assertThat(raw("GET /things HTTP/3.7\r\nHost: x\r\n\r\n"))
        .contains(" 505 ")
        .contains("problem:version-not-supported");
    assertThat(raw("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
    assertThat(raw("GET /things/%2e%2e/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json");
  }

  @Test
  void head_is_get_without_the_body() {
    var answer = server.send("HEAD", "/things", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(server.send("HEAD", "/secret", "").statusCode()).isEqualTo(401);
  }

  @Test
  void an_etag_is_read_in_the_ways_people_send_it() {
    assertThat(seen("\"3\"")).isEqualTo("3");
    assertThat(seen("3")).isEqualTo("3");
    assertThat(seen("*")).isEqualTo("any");
    assertThat(seen("W/\"3\"")).isEqualTo("-1");
    assertThat(server.get("/things/x", "If-Match", "\"1\", \"2\"").statusCode()).isEqualTo(400);
  }

  @Test
  void a_list_is_asked_for_by_page_or_by_token_and_never_by_both() {
    var first = server.get("/page?page_size=2");
    assertThat(first.body()).isEqualTo("[[1,2],\"%s\"]".formatted(Paging.token("at:2")));
    var second = server.get("/page?page_size=2&page_token=" + Paging.token("at:2"));
    assertThat(second.body()).startsWith("[[3,4]");
    assertThat(server.get("/page?page_size=2&page=3").body()).isEqualTo("[[5],\"\"]");
    assertThat(server.get("/page?page=1&page_token=" + Paging.token("at:2")).statusCode())
        .isEqualTo(400);
    for (var wrong :
        List.of("page=0", "page_size=x", "page_token=!", "page=999999", "page_token=eHg")) {
      assertProblem(server.get("/page?" + wrong), 400, "bad-request");
    }
    assertThat(server.get("/page?page_size=10001").body()).isEqualTo("[[1,2,3,4,5],\"\"]");
    assertThat(server.get("/page?page_size=0").body())
        .contains("page_size is a whole number from 1 on, and not: 0");
  }

  @Test
  void what_is_live_arrives_before_it_ends() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket
          .getOutputStream()
          .write("GET /live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(until(socket.getInputStream(), "first")).contains("text/event-stream");
      read.countDown();
      assertThat(until(socket.getInputStream(), "second")).isNotEmpty();
    }
  }

  @Test
  void a_port_that_is_taken_is_told_in_one_sentence() {
    var listen = HttpServer.Listen.plainly("127.0.0.1", server.address().getPort());
    try (var other =
        new HttpServer(listen, List.of(), request -> Optional.empty(), Draw.secure())) {
      assertThatThrownBy(other::start)
          .isInstanceOf(CannotListen.class)
          .hasMessageStartingWith("cannot listen on 127.0.0.1 port " + listen.port());
    }
  }

  private String seen(String etag) {
    return server.get("/things/x", "If-Match", etag).body();
  }

  private static Answer seen(Request request) {
    var version = request.ifMatch();
    var text = version.isPresent() ? String.valueOf(version.getAsInt()) : "any";
    return Answer.file("text/plain", () -> text.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer echo(Request request) {
    return Answer.ok(request.body(PauseRequest.class));
  }

  private static Answer page(Request request) {
    var part = request.paging().cut(List.of(1, 2, 3, 4, 5));
    return Answer.ok(List.of(part.items(), part.nextToken().orElse("")));
  }

  private static Answer broken() {
    throw new IllegalStateException("the insides");
  }

  private static Answer away() {
    throw new StoreException.Away("no connection", new IOException("refused"));
  }

  private Answer live() {
    return Answer.live(
        "text/event-stream",
        out -> {
          out.write("first".getBytes(StandardCharsets.UTF_8));
          out.flush();
          try {
            read.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          out.write("second".getBytes(StandardCharsets.UTF_8));
        });
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).path("type").asString()).isEqualTo("urn:carillon:problem:" + slug);
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    assertThat(json(answer).path("error").asString()).isNotEmpty();
    assertThat(json(answer).path("trace_id").asString()).matches("[0-9a-f]{32}");
  }

  private String raw(String text) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String until(InputStream in, String word) throws IOException {
    var seen = new StringBuilder();
    while (!seen.substring(Math.max(0, seen.length() - word.length())).equals(word)) {
      var next = in.read();
      assertThat(next).as("ended after: " + seen).isNotNegative();
      seen.append((char) next);
    }
    return seen.toString();
  }
}
