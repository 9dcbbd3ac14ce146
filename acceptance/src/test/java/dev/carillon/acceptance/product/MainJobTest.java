package dev.carillon.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.acceptance.crash.Called;
import dev.carillon.acceptance.crash.Rest;
import dev.carillon.acceptance.crash.Spawned;
import dev.carillon.acceptance.crash.Wait;
import dev.carillon.api.json.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job with real time: the packaged jar calls the example agent, each a real process. */
class MainJobTest {

  private static final String KEY = "the key of the test of the main job";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String QUERY = "Say how late it is";

  /** The echo agent counts 200 tokens of its own and one for each four bytes of the message. */
  private static final int WORDS = (QUERY.length() + 3) / 4;

  @TempDir Path folder;
  private Path calls;
  private Spawned agent;
  private Spawned server;
  private Rest rest;
  private String schedule = "";

  @BeforeEach
  void start() {
    calls = folder.resolve("calls.tsv");
    var log = folder.resolve("agent.log");
    var other = CompletableFuture.supplyAsync(() -> Spawned.agent(log, calls, Duration.ZERO));
    server =
        Spawned.server(
            folder.resolve("server.log"),
            Map.of("CARILLON_ADMIN_KEY", KEY),
            List.of("--data", folder.resolve("data").toString()));
    agent = other.join();
    rest = new Rest(server.address(), KEY);
  }

  @AfterEach
  void stop() {
    server.close();
    agent.close();
  }

  @Test
  void a_schedule_goes_its_whole_way_with_a_real_agent_in_real_time() throws IOException {
    rest.send("PUT", "/api/v1/agents/clerk", "{\"url\": \"%s\"}".formatted(agent.address()));
    var first = create(hourNow("*"));
    firesAtItsInstants(first);
    aPauseHoldsItAndATriggerRunsItNow();
    aResumeLetsItGoOn();
    anEditBringsNewInstants(hourNow("*/2"));
    aDeleteEndsIt();
    assertThat(server.terminate()).isZero();
  }

  /** Answers with its first instant. Its first call is slow, for nothing is warm then. */
  private Instant create(String cron) {
    var created =
        ask(
            "POST",
            "/api/v1/schedules",
            """
            {"name": "Main job", "cron_expression": "%s", "timezone": "%s", "task_query": "%s",
             "overlap_policy": "allow", "target": {"type": "agent", "agent": "clerk"}}
            """
                .formatted(cron, BERLIN, QUERY));
    schedule = "/api/v1/schedules/" + text(created, "schedule_id");
    assertThat(created.path("version").asInt()).isOne();
    assertThat(text(created, "timezone")).isEqualTo("Europe/Berlin");
    var next = instant(created, "next_run_at");
    assertThat(next).isAfter(instant(created, "created_at"));
    return next;
  }

  private void firesAtItsInstants(Instant first) {
    var second = first.plusSeconds(1);
    await("its first two runs", () -> completed(first) && completed(second));
    assertThat(runs("COMPLETED"))
        .filteredOn(run -> instant(run, "scheduled_for").isBefore(first))
        .isEmpty();
    var run =
        runs("COMPLETED").stream().filter(it -> nominal(it, second)).findFirst().orElseThrow();
    tellsAll(ask("GET", "/api/v1/runs/" + text(run, "run_id"), ""));
  }

  /** Nominal, desired and actual time, the answer, what it used and cost, and the tools. */
  private static void tellsAll(JsonNode run) {
    var nominal = instant(run, "scheduled_for");
    assertThat(nominal).isEqualTo(nominal.truncatedTo(ChronoUnit.SECONDS));
    assertThat(instant(run, "desired_at")).isEqualTo(nominal);
    assertThat(instant(run, "started_at")).isBetween(nominal, nominal.plusMillis(999));
    assertThat(instant(run, "completed_at")).isAfterOrEqualTo(instant(run, "started_at"));
    assertThat(run.path("lateness_ms").asInt()).isLessThan(1_000);
    assertThat(text(run, "trigger_type")).isEqualTo("schedule");
    assertThat(text(run, "reason")).isEqualTo("on_time");
    assertThat(text(run, "idempotency_key")).isEqualTo(text(run, "run_id"));
    assertThat(text(run, "result")).isEqualTo("The echo agent heard: " + QUERY);
    assertThat(run.path("input_tokens").asInt()).isEqualTo(200 + WORDS);
    assertThat(run.path("output_tokens").asInt()).isEqualTo(WORDS);
    assertThat(run.path("total_tokens").asInt()).isEqualTo(200 + 2 * WORDS);
    assertThat(run.path("total_cost_usd").decimalValue())
        .isEqualByComparingTo("%d".formatted(3_000 * (200 + WORDS) + 15_000 * WORDS) + "e-9");
    assertThat(text(run, "cost_source")).isEqualTo("reported");
    assertThat(run.path("context_used").asInt()).isEqualTo(200 + 2 * WORDS);
    assertThat(run.path("context_max").asInt()).isEqualTo(200_000);
    assertThat(run.path("tool_calls")).hasSize(1);
    var tool = run.path("tool_calls").get(0);
    assertThat(text(tool, "tool")).isEqualTo("echo");
    assertThat(tool.path("input").path("bytes").asInt()).isEqualTo(QUERY.length());
    assertThat(tool.path("success").asBoolean()).isTrue();
  }

  private void aPauseHoldsItAndATriggerRunsItNow() {
    var paused = ask("POST", schedule + "/pause", "{\"reason\": \"the clerk is out\"}");
    var at = instant(paused, "paused_at");
    assertThat(text(paused, "status")).isEqualTo("PAUSED");
    assertThat(paused.has("next_run_at")).isFalse();

    var asked = ask("POST", schedule + "/trigger", "");
    assertThat(text(asked, "trigger_type")).isEqualTo("manual");
    await("the manual run", () -> runs("COMPLETED").contains(run(asked)));
    assertThat(run(asked).has("scheduled_for")).isFalse();

    // At least one instant passes by.
    Wait.until(at.plusMillis(1_300));
    assertThat(runs("COMPLETED"))
        .filteredOn(run -> instant(run, "started_at").isAfter(at))
        .extracting(run -> text(run, "run_id"))
        .containsExactly(text(asked, "run_id"));
  }

  private void aResumeLetsItGoOn() {
    var resumed = ask("POST", schedule + "/resume", "");
    assertThat(text(resumed, "status")).isEqualTo("ACTIVE");
    var next = instant(resumed, "next_run_at");
    await("a run after the resume", () -> completed(next));
    assertThat(ask("GET", schedule + "/ledger?reason=paused", "").path("lines"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(instant(line, "scheduled_for")).isBefore(next));
  }

  private void anEditBringsNewInstants(String cron) {
    var edited = ask("PUT", schedule, "{\"cron_expression\": \"%s\"}".formatted(cron));
    assertThat(edited.path("version").asInt()).isEqualTo(2);
    var next = instant(edited, "next_run_at");
    await("a run of the second version", () -> completed(next));
    assertThat(runs("COMPLETED"))
        .filteredOn(run -> run.path("schedule_version").asInt() == 2)
        .isNotEmpty()
        .allSatisfy(run -> assertThat(instant(run, "scheduled_for").getEpochSecond() % 2).isZero());
  }

  private void aDeleteEndsIt() throws IOException {
    var next = instant(ask("GET", schedule, ""), "next_run_at");
    ask("DELETE", schedule, "");
    var deleted = Instant.now();
    assertThatThrownBy(() -> ask("GET", schedule, "")).hasMessageContaining("answered 404");

    Wait.until(next.plusMillis(500));
    assertThat(Files.readAllLines(calls).stream().map(Called::read))
        .hasSizeGreaterThan(4)
        .allSatisfy(call -> assertThat(call.received()).isBefore(deleted));
  }

  /** Each so many seconds of the present and the next hour of Berlin, which are others in UTC. */
  private static String hourNow(String seconds) {
    var now = ZonedDateTime.now(BERLIN);
    return "%s * %d,%d * * *".formatted(seconds, now.getHour(), now.plusHours(1).getHour());
  }

  private boolean completed(Instant nominal) {
    return runs("COMPLETED").stream().anyMatch(run -> nominal(run, nominal));
  }

  /** A run that somebody asked for has no nominal time. */
  private static boolean nominal(JsonNode run, Instant expected) {
    return run.has("scheduled_for") && instant(run, "scheduled_for").equals(expected);
  }

  private JsonNode run(JsonNode shown) {
    return runs("COMPLETED").stream()
        .filter(run -> text(run, "run_id").equals(text(shown, "run_id")))
        .findFirst()
        .orElse(shown);
  }

  /** Newest first. */
  private List<JsonNode> runs(String status) {
    var runs = ask("GET", schedule + "/runs?status=" + status, "").path("runs");
    return StreamSupport.stream(runs.spliterator(), false).toList();
  }

  private JsonNode ask(String method, String path, String body) {
    return WireJson.tree(rest.send(method, path, body));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(text(node, field));
  }

  private static void await(String what, BooleanSupplier itIsThere) {
    assertThat(Wait.until(Duration.ofSeconds(5), itIsThere)).as(what).isTrue();
  }
}
