package dev.carillon.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewCommandTest {
  private static final String ANSWER =
      """
      {"words":"At 02:30, every day.","timezone":"Europe/Berlin","next":[{"at":"2027-03-28T01:00:00Z",\
      "local":"2027-03-28T03:00:00+02:00","mark":"made_up"}],"warnings":[{"code":"clock_gap",\
      "message":"it runs at 03:00"}],"min_interval_seconds":82800,"tzdata_version":"2026b"}\
      """;
  private static final String REFUSAL =
      """
      {"type":"urn:carillon:problem:wrong-value","title":"Wrong value","status":400,"error":"no",\
      "errors":[{"pointer":"/schedule/trigger/expression","detail":"minute: 60 is outside 0-59"}]}\
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final HttpServer server;
  private volatile String heard = "";
  private volatile String key = "";
  private volatile String answer = ANSWER;
  private volatile int status = 200;

  PreviewCommandTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void listen() {
    server.createContext("/api/v1/schedules/preview", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void it_asks_as_the_api_takes_it_and_tells_the_words_the_instants_and_the_warnings() {
    var exit =
        run(
            "30 2 * * *",
            "--zone",
            "Europe/Berlin",
            "--gap",
            "shift",
            "--max-runs",
            "3",
            "-n",
            "1",
            "--from",
            "2027-03-27T12:00:00Z");
    assertThat(exit).isZero();
    assertThat(heard)
        .contains("\"expression\":\"30 2 * * *\"", "\"timezone\":\"Europe/Berlin\"")
        .contains("\"gap\":\"shift\"", "\"max_runs\":3", "\"count\":1")
        .contains("\"after\":\"2027-03-27T12:00:00Z\"");
    assertThat(key).isEqualTo("Bearer the-key");
    assertThat(lines())
        .containsExactly(
            "At 02:30, every day.",
            "2027-03-28T01:00:00Z  2027-03-28T03:00:00+02:00  made_up",
            "smallest gap: 82800 s",
            "warning: it runs at 03:00");
  }

  @Test
  void a_schedule_of_any_trigger_comes_as_json_and_so_does_the_answer() {
    assertThat(run("-f", "-", "-o", "json")).isZero();
    assertThat(heard).contains("\"type\":\"interval\"", "\"every\":90");
    assertThat(lines()).hasSize(1);
    assertThat(lines().getFirst()).contains("\"tzdata_version\":\"2026b\"");
  }

  @Test
  void what_the_server_refuses_is_one_sentence_and_exit_code_2() {
    status = 400;
    answer = REFUSAL;
    assertThat(run("60 * * * *")).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("carillon: minute: 60 is outside 0-59\n");
  }

  @Test
  void a_server_that_is_not_there_is_exit_code_5() {
    server.stop(0);
    assertThat(run("0 9 * * *")).isEqualTo(5);
    assertThat(lines(err))
        .singleElement()
        .asString()
        .matches("carillon: no answer from http://127.0.0.1:\\d+: nobody listens there; start .*");
  }

  @Test
  void a_server_whose_name_has_no_address_is_exit_code_5() {
    assertThat(run("0 9 * * *", "--url", "http://nowhere.invalid")).isEqualTo(5);
    assertThat(lines(err)).singleElement().asString().contains("the name has no address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "localhost:1", "http:///x", "http://x:70000", "http://a b"})
  void what_is_no_address_of_a_server_is_said_with_one_that_is(String url) {
    assertThat(run("0 9 * * *", "--url", url)).isEqualTo(2);
    assertThat(lines(err))
        .containsExactly(
            "carillon: --url is the address of a server, such as http://127.0.0.1:8080, and not '"
                + url
                + "'");
  }

  @Test
  void a_file_that_cannot_be_read_is_named() {
    assertThat(run("-f", "/nonexist")).isEqualTo(2);
    assertThat(run("0 9 * * *", "--ca-cert", "/nonexist")).isEqualTo(2);
    assertThat(lines(err))
        .containsExactly(
            "carillon: cannot read /nonexist, which is to hold a schedule as JSON",
            "carillon: cannot read /nonexist, which is to say whom to trust");
  }

  @Test
  void a_file_without_a_certificate_is_named(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    assertThat(run("0 9 * * *", "--ca-cert", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("ca.pem holds no certificate in PEM");
  }

  @Test
  void who_shows_no_key_or_a_wrong_one_is_told_where_it_goes() {
    status = 401;
    answer = REFUSAL.replace("400", "401");
    assertThat(run("0 9 * * *")).isEqualTo(1);
    assertThat(run(Map.of("CARILLON_URL", url()), "0 9 * * *")).isEqualTo(1);
    assertThat(lines(err))
        .containsExactly(
            "carillon: the server does not take the key in CARILLON_KEY; put one there that it made",
            "carillon: the server needs to know who asks; put a key of yours into CARILLON_KEY");
  }

  @Test
  void a_key_that_no_header_could_carry_is_named_by_its_variable() {
    assertThat(run(Map.of("CARILLON_URL", url(), "CARILLON_KEY", "a\nb"), "* * * * *"))
        .isEqualTo(2);
    assertThat(lines(err)).singleElement().asString().contains("CARILLON_KEY holds something");
  }

  @Test
  void either_a_line_or_a_file_is_given() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("0 9 * * *", "-f", "-")).isEqualTo(2);
    assertThat(run("0 9 * * *", "--from", "noon")).isEqualTo(2);
    assertThat(err.toString()).contains("/after: ");
  }

  private int run(String... arguments) {
    return run(Map.of("CARILLON_KEY", "the-key", "CARILLON_URL", url()), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    var schedule = "{\"trigger\":{\"type\":\"interval\",\"every\":90,\"unit\":\"minutes\"}}";
    var command =
        ScheduleCommand.over(
            environment, new ByteArrayInputStream(schedule.getBytes(StandardCharsets.UTF_8)));
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    var words = new ArrayList<>(List.of("preview"));
    words.addAll(List.of(arguments));
    return command.execute(words.toArray(String[]::new));
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private List<String> lines() {
    return lines(out);
  }

  private static List<String> lines(StringWriter said) {
    return said.toString().lines().toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      key = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
