package dev.carillon.testkit.target;

import dev.carillon.core.run.Outcome;
import dev.carillon.engine.target.Attempt;
import dev.carillon.engine.target.Caller;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes the outcomes of one call and counts them. */
public final class Told implements Consumer<Outcome> {
  private static final long PATIENCE_SECONDS = 30;

  private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);

  /** Makes the call and waits for its outcome. */
  public static Outcome by(Caller caller, Attempt attempt) throws InterruptedException {
    var told = new Told();
    caller.call(attempt, told);
    return told.outcome();
  }

  @Override
  public void accept(Outcome outcome) {
    outcomes.add(outcome);
    first.countDown();
  }

  /** Waits for the outcome. */
  public Outcome outcome() throws InterruptedException {
    if (!first.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no outcome was told within " + PATIENCE_SECONDS + " s");
    }
    return outcomes.getFirst();
  }

  /** What has been told so far; more than one is a fault. */
  public List<Outcome> all() {
    return List.copyOf(outcomes);
  }
}
