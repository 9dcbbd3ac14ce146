package dev.carillon.engine.target;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls this node may still have under way. A permit is held from the claim until the
 * settle commit: that is the back-pressure. Shared by the loops; a single atomic counter.
 */
public final class Permits {
  private final AtomicInteger free;

  public Permits(int most) {
    free = new AtomicInteger(most);
  }

  /** Takes as many as are free, up to so many. */
  public int take(int wanted) {
    while (true) {
      var now = free.get();
      var taken = Math.min(now, wanted);
      if (taken <= 0) {
        return 0;
      }
      if (free.compareAndSet(now, now - taken)) {
        return taken;
      }
    }
  }

  /** Gives back so many. */
  public void give(int count) {
    free.addAndGet(count);
  }

  public int free() {
    return free.get();
  }
}
