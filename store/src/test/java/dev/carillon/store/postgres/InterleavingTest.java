package dev.carillon.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.testkit.postgres.Postgres;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of verbs, the second begun while the first holds its locks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(15)
final class InterleavingTest {
  private Cluster cluster;

  @BeforeAll
  void open() {
    cluster = Cluster.on(Postgres.shared());
  }

  @AfterAll
  void close() {
    cluster.close();
  }

  @ParameterizedTest(name = "{0} meets {1}")
  @MethodSource("pairs")
  void two_verbs_that_meet_both_end_well(Verb first, Verb second) {
    var trial = cluster.trial();
    var scene = Scene.set(trial);
    var gate = new Gate();
    var one = begin(() -> first.run(cluster.one(), scene, gate));
    gate.awaitSomebody();
    var other = begin(() -> second.run(cluster.other(), scene, Gate.open()));
    while (!ended(other) && cluster.waitingForLocks() == 0) {
      assertThat(one).isNotDone();
    }
    gate.letPass();
    one.join();
    other.join();
    trial.audit().check();
    assertThat(cluster.again()).as("transactions that ran again").isZero();
  }

  private static CompletableFuture<Void> begin(Runnable verb) {
    return CompletableFuture.runAsync(verb, task -> Thread.ofPlatform().daemon().start(task));
  }

  private static boolean ended(CompletableFuture<Void> verb) {
    try {
      verb.get(10, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException failed) {
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Arguments> pairs() {
    return Verb.all().stream()
        .filter(Verb::gated)
        .flatMap(first -> Verb.all().stream().map(second -> Arguments.of(first, second)));
  }
}
