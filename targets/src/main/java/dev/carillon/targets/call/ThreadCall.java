package dev.carillon.targets.call;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.schedule.Target;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Attempt;
import dev.carillon.engine.target.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call under way. Its worker thread, the timer and whoever cancels all complete the one future;
 * the first of them decides.
 */
final class ThreadCall implements Caller.Call {
  /** A database that was away is asked again after this. */
  private static final Duration AGAIN = Duration.ofMillis(250);

  private static final Logger log = LoggerFactory.getLogger(ThreadCall.class);

  private final Directory directory;
  private final Attempt attempt;
  private final Consumer<Outcome> whenDone;
  private final Thread worker;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private volatile Optional<Work> begun = Optional.empty();
  private volatile boolean over;

  ThreadCall(Directory directory, Attempt attempt, Consumer<Outcome> whenDone) {
    this.directory = directory;
    this.attempt = attempt;
    this.whenDone = whenDone;
    worker = Thread.ofVirtual().name("call-" + attempt.run()).unstarted(this::work);
  }

  void start() {
    var _ = outcome.thenAcceptAsync(this::tell, Thread::startVirtualThread);
    endAfter(attempt.timeout(), "the target of run " + attempt.run());
    worker.start();
  }

  @Override
  public void cancel() {
    outcome.complete(new Outcome.Cancelled("the call was cancelled on request"));
  }

  private void work() {
    Outcome worked;
    try {
      worked = found().map(this::perform).orElseGet(this::nobody);
    } catch (Throwable broken) {
      // An Error too: whatever becomes of this node, the run must not hang without an outcome.
      log.error("call broke run={} attempt={}", attempt.run(), attempt.number(), broken);
      worked = launchFailed("the call broke inside Carillon: " + broken);
    }
    over = true;
    outcome.complete(worked);
  }

  /** A database that is away is waited for: nothing has left the house yet, so nothing failed. */
  private Optional<Callee> found() throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return find();
      } catch (StoreException.Away away) {
        log.debug("agent not looked up yet run={}: {}", attempt.run(), away.getMessage());
      }
      try {
        outcome.get(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.empty();
      } catch (TimeoutException stillWanted) {
        // The call is not over: ask again.
      }
    }
  }

  private Optional<Callee> find() {
    return switch (attempt.target()) {
      case Target.Agent(var name) -> directory.agent(attempt.owner(), name);
    };
  }

  private Outcome perform(Callee callee) {
    if (callee.timeout().compareTo(attempt.timeout()) < 0) {
      endAfter(callee.timeout(), callee.label());
    }
    var work = callee.begin(attempt);
    begun = Optional.of(work);
    // Whoever completed the future before this line did not see the work, so nobody would abort it.
    return outcome.isDone() ? launchFailed("let go before it began") : work.perform();
  }

  private Outcome nobody() {
    return switch (attempt.target()) {
      case Target.Agent(var name) ->
          launchFailed(
              "there is no agent '"
                  + name
                  + "' (any more): register it, or give schedule "
                  + attempt.schedule()
                  + " another target");
    };
  }

  private void endAfter(Duration timeout, String who) {
    var late =
        new Outcome.TimedOut(who + " did not answer within " + inWords(timeout), Answer.NONE);
    outcome.completeOnTimeout(late, timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void tell(Outcome told) {
    if (!over) {
      begun.ifPresent(Work::abort);
      worker.interrupt();
    }
    try {
      whenDone.accept(told);
    } catch (RuntimeException | Error broken) {
      log.error("outcome not taken run={} attempt={}", attempt.run(), attempt.number(), broken);
    }
  }

  private static Outcome launchFailed(String message) {
    return new Outcome.Failed(FailureKind.LAUNCH, message, Answer.NONE);
  }

  private static String inWords(Duration timeout) {
    return timeout.toMillis() % 1_000 == 0
        ? timeout.toSeconds() + " s"
        : timeout.toMillis() + " ms";
  }
}
