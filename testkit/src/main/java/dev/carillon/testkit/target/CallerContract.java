package dev.carillon.testkit.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import dev.carillon.engine.target.Attempt;
import dev.carillon.engine.target.Caller;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link Caller} must do. */
public abstract class CallerContract {
  private static final Duration LONG = Duration.ofMinutes(10);

  /** A caller that knows the three agents below. */
  protected abstract Caller caller();

  /** An agent that answers at once. */
  protected abstract String answering();

  /** An agent that never answers. */
  protected abstract String hanging();

  /** An agent whose call breaks with an error that nobody planned. */
  protected abstract String breaking();

  @Test
  void a_call_that_is_answered_has_succeeded() throws InterruptedException {
    var outcome = Told.by(caller(), Attempts.of(answering(), LONG));
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void an_outcome_is_told_on_another_thread_and_never_while_the_call_is_made()
      throws InterruptedException {
    var thread = Thread.currentThread();
    var told = new Told();
    caller()
        .call(
            Attempts.of(answering(), LONG),
            outcome -> {
              assertThat(Thread.currentThread()).isNotEqualTo(thread);
              told.accept(outcome);
            });
    told.outcome();
  }

  @Test
  void a_call_that_is_cancelled_ends_at_once_and_is_called_cancelled() throws InterruptedException {
    var told = new Told();
    var call = caller().call(Attempts.of(hanging(), LONG), told);
    call.cancel();
    assertThat(told.outcome()).isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void a_call_that_passes_its_deadline_has_timed_out() throws InterruptedException {
    var outcome = Told.by(caller(), Attempts.of(hanging(), Duration.ofMillis(50)));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.TimedOut.class, late -> assertThat(late.message()).contains("50 ms"));
  }

  @Test
  void an_agent_that_is_not_there_fails_the_attempt_in_words() throws InterruptedException {
    var outcome = Told.by(caller(), Attempts.of("nobody", LONG));
    assertFailed(outcome, FailureKind.LAUNCH, "no agent 'nobody'");
  }

  @Test
  void an_error_that_nobody_planned_fails_the_attempt_in_words() throws InterruptedException {
    var outcome = Told.by(caller(), Attempts.of(breaking(), LONG));
    assertFailed(outcome, FailureKind.LAUNCH, "inside Carillon");
  }

  @Test
  void a_listener_that_throws_harms_no_other_call() throws InterruptedException {
    var thrown = new CountDownLatch(1);
    caller()
        .call(
            Attempts.of(answering(), LONG),
            outcome -> {
              thrown.countDown();
              throw new IllegalStateException("this listener always throws");
            });
    assertThat(thrown.await(20, TimeUnit.SECONDS)).isTrue();
    var outcome = Told.by(caller(), Attempts.of(answering(), LONG));
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void exactly_one_outcome_is_told_however_calls_deadlines_and_cancels_meet()
      throws InterruptedException {
    for (var round = 0; round < 200; round++) {
      var told = new Told();
      var call = caller().call(pressed(round), told);
      for (var spin = 0; spin < round * 50; spin++) {
        Thread.onSpinWait();
      }
      call.cancel();
      call.cancel();
      told.outcome();
      // A second outcome would come from the thread that works, which has ended its call by then.
      Told.by(caller(), Attempts.of(answering(), LONG));
      assertThat(told.all()).hasSize(1);
    }
  }

  private Attempt pressed(int round) {
    var who = round % 2 == 0 ? answering() : hanging();
    return Attempts.of(who, Duration.ofMillis(1 + round % 3));
  }

  private static void assertFailed(Outcome outcome, FailureKind kind, String words) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(kind);
              assertThat(failed.message()).contains(words);
            });
  }
}
