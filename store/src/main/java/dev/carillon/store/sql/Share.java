package dev.carillon.store.sql;

import dev.carillon.engine.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * So many connections at once, in the order of asking, for those who are many: people and calls.
 * What is left of a pool is for the loops, which are few and must not wait. Shared by all threads.
 */
public final class Share {
  private final Semaphore places;
  private final Duration longestWait;

  public Share(int places, Duration longestWait) {
    this.places = new Semaphore(places, true);
    this.longestWait = longestWait;
  }

  /**
   * Takes a place until it is closed.
   *
   * @throws StoreException.Away when none was free for too long
   */
  public Place take() {
    try {
      if (places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        return places::release;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting for a connection", e);
    }
    throw new StoreException.Away("too many ask the store at once");
  }

  /** A place that was taken. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
