package dev.carillon.server.events;

import dev.carillon.engine.store.Activity;
import dev.carillon.engine.store.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One who follows the stream. The stream's loop hands over and never waits; the request's thread
 * takes. Guarded by its queue.
 */
final class Reader implements Consumer<Activity> {
  /** So many events may wait for a slow reader. */
  private static final int WAITING = 1_000;

  private final BlockingQueue<Activity> queue = new ArrayBlockingQueue<>(WAITING);
  private final Predicate<Activity> wanted;
  private volatile boolean overrun;

  Reader(Predicate<Activity> wanted) {
    this.wanted = wanted;
  }

  @Override
  public void accept(Activity activity) {
    if (wanted.test(activity) && !queue.offer(activity)) {
      overrun = true;
    }
  }

  /** Whether something was lost because the reader was too slow. */
  boolean overrun() {
    return overrun;
  }

  /** The next event; empty when none came in this time. */
  Optional<Activity> next(Duration atMost) throws InterruptedException {
    return Optional.ofNullable(queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Whether rows of this owner are in the scope. */
  static boolean sees(Scope scope, Activity activity) {
    var owner = activity.owner();
    return owner.tenant() == scope.tenant()
        && (scope.user().isEmpty() || scope.user().getAsInt() == owner.user());
  }
}
