package dev.carillon.targets.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import dev.carillon.testkit.agent.Behaviours;
import dev.carillon.testkit.agent.FakeAgent;
import dev.carillon.testkit.agent.Hostile;
import dev.carillon.testkit.target.Attempts;
import dev.carillon.testkit.target.Stubborn;
import dev.carillon.testkit.target.Told;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;

class ManyCallsTest {
  private static final int CALLS = 1_000;
  private static final int THREADS_OF_THE_RUNTIME = 40;

  @Test
  void a_thousand_slow_calls_are_under_way_at_once_without_a_thread_each() throws Exception {
    var release = new CountDownLatch(1);
    try (var agent =
            FakeAgent.start(
                Behaviours.after(release, Behaviours.answering(Behaviours.PLAIN_ANSWER)));
        var http = new HttpAgents("http://unused")) {
      var before = platformThreads();
      var told = call(http, agent.url(), CALLS);
      for (var i = 0; i < CALLS; i++) {
        agent.awaitCall();
      }
      assertThat(agent.inFlight()).isEqualTo(CALLS);
      assertThat(platformThreads()).isLessThan(before + THREADS_OF_THE_RUNTIME);
      release.countDown();
      for (var each : told) {
        assertThat(each.outcome()).isInstanceOf(Outcome.Succeeded.class);
      }
    }
  }

  @Test
  void a_hundred_floods_and_hanging_agents_hold_up_no_other() throws Exception {
    try (var flooding = FakeAgent.start(Hostile.flooding(64));
        var hanging = FakeAgent.start(Behaviours.hanging());
        var good = FakeAgent.start();
        var http = new HttpAgents("http://unused")) {
      var floods = call(http, flooding.url(), 100);
      call(http, hanging.url(), 500);
      for (var each : call(http, good.url(), 50)) {
        assertThat(each.outcome()).isInstanceOf(Outcome.Succeeded.class);
      }
      for (var each : floods) {
        assertThat(each.outcome()).isInstanceOf(Outcome.Failed.class);
      }
    }
  }

  @Test
  void a_name_that_is_never_resolved_meets_the_deadline_and_holds_up_no_other() throws Exception {
    var release = new CountDownLatch(1);
    try (var good = FakeAgent.start();
        var http = new HttpAgents("http://unused", new SlowNames(release), new LongAnswers())) {
      var slow = Calls.caller(http, URI.create("http://slow.invalid"));
      var told = new Told();
      slow.call(Attempts.of(Calls.IT, Duration.ofMillis(300)), told);
      for (var each : call(http, good.url(), 20)) {
        assertThat(each.outcome()).isInstanceOf(Outcome.Succeeded.class);
      }
      assertThat(told.outcome()).isInstanceOf(Outcome.TimedOut.class);
      release.countDown();
    }
  }

  @Test
  void a_long_answer_that_does_not_go_on_gives_its_place_to_the_next() throws Exception {
    var large = new LongAnswers(1, Duration.ofMillis(300));
    try (var stalling = FakeAgent.start(Hostile.stallingAfter(70_000));
        var good = FakeAgent.start(Behaviours.answering("\"" + "x".repeat(90_000) + "\""));
        var http = new HttpAgents("http://unused", SystemDefaultDnsResolver.INSTANCE, large)) {
      var stalled = call(http, stalling.url(), 3);
      stalling.awaitCall();
      for (var each : call(http, good.url(), 5)) {
        assertThat(each.outcome()).isInstanceOf(Outcome.Succeeded.class);
      }
      for (var each : stalled) {
        assertThat(each.outcome())
            .isInstanceOfSatisfying(
                Outcome.Failed.class,
                failed -> {
                  assertThat(failed.kind()).isEqualTo(FailureKind.TOO_LARGE);
                  assertThat(failed.message()).contains("did not finish within 300 ms");
                });
      }
    }
  }

  private static List<Told> call(HttpAgents http, URI url, int times) {
    var caller = Calls.caller(http, url);
    return IntStream.range(0, times)
        .mapToObj(i -> {
          var told = new Told();
          caller.call(Attempts.of(Calls.IT, "call " + i), told);
          return told;
        })
        .toList();
  }

  private static int platformThreads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** Resolves nothing but addresses until it is released, whoever interrupts it. */
  private static final class SlowNames extends SystemDefaultDnsResolver {
    private final CountDownLatch release;

    SlowNames(CountDownLatch release) {
      this.release = release;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      if (host.equals("slow.invalid")) {
        Stubborn.await(release);
      }
      return super.resolve(host);
    }
  }
}
