package dev.carillon.targets.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Outcome;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Caller;
import dev.carillon.testkit.target.Attempts;
import dev.carillon.testkit.target.CallerContract;
import dev.carillon.testkit.target.Stubborn;
import dev.carillon.testkit.target.Told;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadCallerTest extends CallerContract {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Override
  protected Caller caller() {
    return new ThreadCaller(
        new Callees(
            Map.of(
                answering(), Callees.answering(),
                hanging(), Callees.hanging(Callees.LONG),
                breaking(), Callees.breaking())));
  }

  @Override
  protected String answering() {
    return "answering";
  }

  @Override
  protected String hanging() {
    return "hanging";
  }

  @Override
  protected String breaking() {
    return "breaking";
  }

  @Test
  void the_shorter_timeout_is_the_deadline_when_it_is_the_agents() throws InterruptedException {
    var outcome = Told.by(with(Callees.hanging(SHORT)), Attempts.of("it", Callees.LONG));
    assertTimedOut(outcome, "the test's agent did not answer within 50 ms");
  }

  @Test
  void the_shorter_timeout_is_the_deadline_when_it_is_the_schedules() throws InterruptedException {
    var outcome = Told.by(with(Callees.hanging(Callees.LONG)), Attempts.of("it", SHORT));
    assertTimedOut(outcome, "did not answer within 50 ms");
  }

  @Test
  void a_database_that_is_away_while_the_agent_is_looked_up_is_waited_for()
      throws InterruptedException {
    var asked = new AtomicInteger();
    var caller =
        new ThreadCaller((owner, name) -> {
          if (asked.incrementAndGet() < 3) {
            throw new StoreException.Away("it is away");
          }
          return Optional.of(Callees.answering());
        });
    assertThat(Told.by(caller, Attempts.of("it", Callees.LONG)))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(asked).hasValue(3);
  }

  @Test
  void a_call_whose_agent_cannot_be_looked_up_ends_at_its_deadline() throws InterruptedException {
    var caller =
        new ThreadCaller((owner, name) -> {
          throw new StoreException.Away("it is away");
        });
    assertTimedOut(Told.by(caller, Attempts.of("it", SHORT)), "did not answer within 50 ms");
  }

  @Test
  void work_that_nothing_can_interrupt_holds_up_no_outcome() throws InterruptedException {
    var released = new CountDownLatch(1);
    var stubborn =
        Callees.doing(
            Callees.LONG,
            () -> {
              Stubborn.await(released);
              return new Outcome.Succeeded(Answer.NONE);
            },
            () -> {});
    var told = new Told();
    var call = with(stubborn).call(Attempts.of("it", Callees.LONG), told);
    call.cancel();
    assertThat(told.outcome()).isInstanceOf(Outcome.Cancelled.class);
    released.countDown();
    assertTimedOut(Told.by(with(Callees.hanging(Callees.LONG)), Attempts.of("it", SHORT)), "50 ms");
    assertThat(told.all()).hasSize(1);
  }

  @Test
  void work_that_is_let_go_is_aborted_and_its_thread_interrupted() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var aborted = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var work =
        Callees.doing(
            Callees.LONG,
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException expected) {
                interrupted.countDown();
              }
              return new Outcome.Unknown("let go");
            },
            aborted::countDown);
    var call = with(work).call(Attempts.of("it", Callees.LONG), new Told());
    begun.await();
    call.cancel();
    assertThat(aborted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_directory_that_cannot_be_asked_fails_the_attempt_in_words() throws InterruptedException {
    var caller =
        new ThreadCaller((_, _) -> {
          throw new IllegalStateException("the database is away");
        });
    assertThat(Told.by(caller, Attempts.of("it", Callees.LONG)))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.message()).contains("the database is away"));
  }

  private static Caller with(Callee callee) {
    return new ThreadCaller(new Callees(Map.of("it", callee)));
  }

  private static void assertTimedOut(Outcome outcome, String words) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.TimedOut.class, late -> assertThat(late.message()).contains(words));
  }
}
