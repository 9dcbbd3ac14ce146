package dev.carillon.acceptance.crash;

import dev.carillon.testkit.oracle.CronOracle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** One server under siege: schedules that are due each second, and a hand on SIGKILL. */
final class Siege implements AutoCloseable {
  private static final String KEY = "the key of the kill test";
  private static final String EVERY_SECOND = "* * * * * *";

  /** By then the runs of the last dead node have been rescued; a pause would make them wait. */
  private static final Duration RESCUED = Duration.ofSeconds(20);

  /** What stopped the schedules in the end is no fault of theirs. */
  private static final String END = "PAUSED";

  private final Path log;
  private final List<String> arguments;
  private final Random random;
  private final Spawned agent;
  private final List<Besieged> schedules = new ArrayList<>();
  private Spawned server;

  /** A schedule from the first instant at which it was due. */
  private record Besieged(UUID id, String name, Instant first, Set<String> excuses) {}

  Siege(Path log, List<String> arguments, Random random, Path calls) {
    this.log = log;
    this.arguments = arguments;
    this.random = random;
    agent = Spawned.agent(log, calls);
    server = start();
    rest().send("PUT", "/api/v1/agents/clerk", "{\"url\": \"%s\"}".formatted(agent.address()));
    create("last", "allow", Set.of("SUPERSEDED", END));
    create("fire_immediately", "allow", Set.of(END));
    create("last", "skip", Set.of("SUPERSEDED", "OVERLAP", END));
    create("fire_immediately", "skip", Set.of("OVERLAP", END));
  }

  /** Lets it run for a while, kills it, and starts it again at once or after some seconds. */
  void killOnce(int number) {
    LockSupport.parkUntil((number % 2 == 0 ? nearASecond() : anyTime()).toEpochMilli());
    server.kill();
    if (number % 4 == 0) {
      var down = Duration.ofSeconds(2 + random.nextInt(18));
      LockSupport.parkUntil(Instant.now().plus(down).toEpochMilli());
    }
    server = start();
  }

  /** Ends the schedules and lets what was started end. */
  void settle() {
    LockSupport.parkUntil(Instant.now().plus(RESCUED).toEpochMilli());
    for (var schedule : schedules) {
      rest().send("POST", "/api/v1/schedules/" + schedule.id() + "/pause", "");
    }
  }

  /** What each schedule promised until it was paused, by the oracle. */
  List<Promise> promises(Map<UUID, Instant> cursors) {
    return schedules.stream()
        .map(one ->
            new Promise(
                one.id(),
                one.name(),
                CronOracle.standard()
                    .between(
                        EVERY_SECOND,
                        ZoneOffset.UTC,
                        one.first(),
                        cursors.getOrDefault(one.id(), one.first())),
                one.excuses()))
        .toList();
  }

  /** Stops the server in peace; answers its exit code. */
  int stop() {
    return server.terminate();
  }

  @Override
  public void close() {
    server.close();
    agent.close();
  }

  private Rest rest() {
    return new Rest(server.address(), KEY);
  }

  private Spawned start() {
    return Spawned.server(log, Map.of("CARILLON_ADMIN_KEY", KEY), arguments);
  }

  private void create(String catchup, String overlap, Set<String> excuses) {
    var name = catchup + " with " + overlap;
    var answer =
        rest()
            .send(
                "POST",
                "/api/v1/schedules",
                """
                {"name": "%s", "cron_expression": "%s", "timezone": "UTC",
                 "target": {"type": "agent", "agent": "clerk"}, "task_query": "tick",
                 "catchup_policy": "%s", "catchup_limit": 1000, "overlap_policy": "%s"}
                """
                    .formatted(name, EVERY_SECOND, catchup, overlap));
    schedules.add(
        new Besieged(
            UUID.fromString(Rest.field(answer, "schedule_id")),
            name,
            Instant.parse(Rest.field(answer, "next_run_at")),
            excuses));
  }

  /** Within 100 ms of a full second that is one to three seconds away. */
  private Instant nearASecond() {
    var second = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 2 + random.nextInt(2));
    return second.plusMillis(random.nextInt(201) - 100);
  }

  private Instant anyTime() {
    return Instant.now().plusMillis(200 + random.nextInt(2_800));
  }
}
