package dev.carillon.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import dev.carillon.testkit.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed with SIGKILL twenty times for each store, at seeded instants, half of them
 * within 100 ms of a due second. The seed is printed and can be set with {@code -Dcrash.seed}.
 */
final class KillTest {
  private static final int KILLS = 20;
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(90);

  private final long seed = Long.getLong("crash.seed", Instant.now().toEpochMilli());

  @TempDir private Path folder;

  @Test
  void nothing_is_lost_or_launched_twice_on_sqlite() throws IOException, SQLException {
    var data = folder.resolve("data");
    var url = "jdbc:sqlite:" + data.resolve("carillon.db");
    besiege("sqlite", List.of("--data", data.toString()), url);
  }

  @Test
  void nothing_is_lost_or_launched_twice_on_postgresql() throws IOException, SQLException {
    var postgres = Postgres.shared();
    var url = postgres.jdbcUrl(postgres.createDatabase());
    besiege("postgresql", List.of("--db-url", url), url);
  }

  private void besiege(String store, List<String> arguments, String jdbcUrl)
      throws IOException, SQLException {
    var target = Files.createDirectories(Repository.file("acceptance/target/crash"));
    var log = target.resolve(store + ".log");
    var calls = target.resolve(store + "-calls.tsv");
    Files.deleteIfExists(log);
    Files.deleteIfExists(calls);
    try (var siege = new Siege(log, arguments, new Random(seed), calls)) {
      for (var kill = 1; kill <= KILLS; kill++) {
        siege.killOnce(kill);
      }
      siege.settle();
      awaitEnds(jdbcUrl);
      assertThat(siege.stop()).as("exit code after SIGTERM").isZero();
      judge(store, siege, jdbcUrl, calls);
    }
  }

  private void judge(String store, Siege siege, String jdbcUrl, Path calls)
      throws IOException, SQLException {
    var lines = Book.lines(jdbcUrl);
    var received = Files.readAllLines(calls).stream().map(Called::read).toList();
    var verdicts =
        siege.promises(Book.cursors(jdbcUrl)).stream()
            .map(promise -> Judge.judge(promise, lines, received))
            .toList();
    var report =
        verdicts.stream()
            .map(Judge.Verdict::summary)
            .collect(Collectors.joining("\n  ", header(store), "\n"));
    System.out.print(report);
    Files.writeString(Repository.file("acceptance/target/crash/report-" + store + ".txt"), report);
    assertThat(verdicts)
        .allSatisfy(verdict -> {
          assertThat(verdict.due()).isGreaterThan(KILLS);
          assertThat(verdict.faults()).as(verdict.summary()).isEmpty();
        });
  }

  private String header(String store) {
    return "%s: %d kills, -Dcrash.seed=%d%n  ".formatted(store, KILLS, seed);
  }

  /** Waits until nothing is live: a run of the last dead node waits for the end of its lease. */
  private static void awaitEnds(String jdbcUrl) throws SQLException {
    var give = Instant.now().plus(LONGEST_SETTLING);
    while (Book.live(jdbcUrl) > 0 && Instant.now().isBefore(give)) {
      LockSupport.parkUntil(Instant.now().plusMillis(250).toEpochMilli());
    }
  }
}
