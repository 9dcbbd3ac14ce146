package dev.carillon.targets.agent;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many long answers are in memory at once, so that a thousand hostile agents cannot fill
 * it. A place is held only for a while, so that they cannot keep all places either. A fair
 * semaphore guards it; every call's thread asks.
 */
final class LongAnswers {
  private static final int PLACES = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Semaphore places;
  private final Duration patience;

  LongAnswers() {
    this(PLACES, PATIENCE);
  }

  /**
   * @param patience how long the rest of a long answer may take
   */
  LongAnswers(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  Duration patience() {
    return patience;
  }

  /** Waits for a place, which is given back by closing it. */
  Place take(Runnable whenSlow) throws InterruptedIOException {
    try {
      places.acquire();
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException("interrupted while waiting to read a long answer");
    }
    return new Place(whenSlow);
  }

  /** A place in memory for one long answer. */
  final class Place implements AutoCloseable {
    private final CompletableFuture<Boolean> slow = new CompletableFuture<>();

    private Place(Runnable whenSlow) {
      var _ =
          slow.completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS)
              .thenAcceptAsync(late -> run(late, whenSlow), Thread::startVirtualThread);
    }

    boolean wasSlow() {
      return slow.getNow(false);
    }

    @Override
    public void close() {
      slow.complete(false);
      places.release();
    }

    private static void run(boolean late, Runnable whenSlow) {
      if (late) {
        whenSlow.run();
      }
    }
  }
}
