package dev.carillon.engine.clock;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes one loop early. Anybody may ring; a ring before the loop waits is not lost. Guarded by its
 * lock; called by the loop that waits and by all that have news for it.
 */
public final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private boolean pending;

  /** Wakes the loop now, or keeps it from waiting next time. */
  public void ring() {
    lock.lock();
    try {
      pending = true;
      rung.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until somebody rings or the time is over. */
  public void await(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      var left = atMost.toNanos();
      while (!pending && left > 0) {
        left = rung.awaitNanos(left);
      }
      pending = false;
    } finally {
      lock.unlock();
    }
  }
}
