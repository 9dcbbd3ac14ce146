package dev.carillon.targets.agent;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many long answers are in memory at once, so that a thousand hostile agents cannot fill
 * it. A place is held only for a while, so that they cannot keep all places either. A fair
 * semaphore guards it; every call's thread asks.
 */
final class LongAnswers {
  private static final int PLACES = 32;

  /** So long may the rest of a long answer take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Semaphore places = new Semaphore(PLACES, true);
  private final Executor later =
      CompletableFuture.delayedExecutor(
          PATIENCE.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);

  /** Waits for a place; it is given back by closing it. */
  Place take(Runnable whenSlow) throws InterruptedIOException {
    try {
      places.acquire();
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException("interrupted while waiting to read a long answer");
    }
    var place = new Place(whenSlow);
    later.execute(place::late);
    return place;
  }

  /** A place in memory for one long answer. */
  final class Place implements AutoCloseable {
    private final CompletableFuture<Boolean> slow = new CompletableFuture<>();
    private final Runnable whenSlow;

    private Place(Runnable whenSlow) {
      this.whenSlow = whenSlow;
    }

    boolean wasSlow() {
      return slow.getNow(false);
    }

    private void late() {
      if (slow.complete(true)) {
        whenSlow.run();
      }
    }

    @Override
    public void close() {
      slow.complete(false);
      places.release();
    }
  }
}
