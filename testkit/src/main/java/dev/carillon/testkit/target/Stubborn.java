package dev.carillon.testkit.target;

import java.util.concurrent.CountDownLatch;

/** Waits as some native calls do: whoever interrupts. */
public final class Stubborn {
  private Stubborn() {}

  /** Waits for the latch and ignores every interrupt. */
  public static void await(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException ignored) {
        // that is what it is for
      }
    }
  }
}
