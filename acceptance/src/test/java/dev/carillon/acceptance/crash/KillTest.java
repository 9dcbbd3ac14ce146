package dev.carillon.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.testkit.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The server is killed with SIGKILL twenty times for each store, at seeded instants, half of them
 * within 100 ms of a due second and others during a call. The seed is printed and can be set with
 * {@code -Dcrash.seed}. Both sieges wait most of the time, so they run beside each other, and
 * beside no other test, for each server has to be prompt.
 */
final class KillTest {
  private static final int KILLS = 20;
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(90);

  /** Long enough for the schedules to show that they go on. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(4);

  private final long seed = Long.getLong("crash.seed", Instant.now().toEpochMilli());

  @TempDir private Path folder;

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void nothing_is_lost_or_launched_twice_on_sqlite() throws IOException {
    var data = folder.resolve("data");
    var url = "jdbc:sqlite:" + data.resolve("carillon.db");
    besiege(new Ground("sqlite", List.of("--data", data.toString()), url, Duration.ZERO));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void nothing_is_lost_or_launched_twice_on_postgresql() throws IOException {
    var postgres = Postgres.shared();
    var url = postgres.jdbcUrl(postgres.createDatabase());
    var lease = Duration.ofSeconds(15);
    besiege(new Ground("postgresql", List.of("--db-url", url), url, lease));
  }

  private void besiege(Ground ground) throws IOException {
    ground.clear();
    try (var siege = new Siege(ground, new Random(seed))) {
      for (var kill = 1; kill <= KILLS; kill++) {
        siege.killOnce(kill);
      }
      var calm = Instant.now().plus(AFTERWARDS);
      Wait.until(calm);
      Wait.until(LONGEST_SETTLING, () -> nothingOlderLives(ground, calm));
      siege.settle();
      Wait.until(LONGEST_SETTLING, () -> nothingOlderLives(ground, Instant.MAX));
      assertThat(siege.stop()).as("exit code after SIGTERM").isZero();
      judge(ground, siege);
    }
  }

  /** A run of the last dead node is rescued first, and what waited behind it runs. */
  private static boolean nothingOlderLives(Ground ground, Instant than) {
    return ground.oldestLive().filter(than::isAfter).isEmpty();
  }

  private void judge(Ground ground, Siege siege) throws IOException {
    var lines = ground.lines();
    var calls = ground.calls();
    var verdicts =
        siege.promises().stream().map(promise -> Judge.judge(promise, lines, calls)).toList();
    var faults =
        verdicts.stream()
            .flatMap(verdict ->
                verdict.faults().stream().map(fault -> verdict.promise().name() + ": " + fault))
            .toList();
    var report =
        verdicts.stream()
            .map(Verdict::summary)
            .collect(
                Collectors.joining("\n  ", header(ground, siege.downs(), calls) + "\n  ", "\n"));
    System.out.print(report);
    Files.writeString(ground.report(), report + String.join("\n", faults));
    assertThat(faults).as("%s%s", header(ground, siege.downs(), calls), faults).isEmpty();
    verdicts.forEach(KillTest::hadSomethingToJudge);
    assertThat(siege.downs().callsInFlight(calls)).as("calls in flight at a kill").isPositive();
    assertThat(siege.downs().killsInFlight(calls))
        .as("kills with a call in flight")
        .isGreaterThanOrEqualTo(KILLS / 4);
  }

  /** What must run, the judge's rules say. */
  private static void hadSomethingToJudge(Verdict verdict) {
    var summary = verdict.summary();
    assertThat(verdict.due()).as(summary).isGreaterThan(KILLS);
    assertThat(verdict.ran()).as(summary).isGreaterThan(KILLS / 2);
    assertThat(verdict.longDowns()).as(summary).isGreaterThanOrEqualTo(2);
    assertThat(verdict.caughtUp()).as(summary).isGreaterThanOrEqualTo(verdict.longDowns());
  }

  private String header(Ground ground, Downs downs, List<Called> calls) {
    return "%s: %d kills, %d of them during a call, %d calls in flight then, -Dcrash.seed=%d "
        .formatted(
            ground.store(), KILLS, downs.killsInFlight(calls), downs.callsInFlight(calls), seed);
  }
}
