package dev.carillon.store.postgres;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up whoever comes by until it is opened. */
final class Gate {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /** A gate that stands open. */
  static Gate open() {
    var gate = new Gate();
    gate.opened.countDown();
    return gate;
  }

  /** Waits here until the gate is opened. */
  void pass() {
    reached.countDown();
    await(opened, "the gate is never opened");
  }

  /** Waits until somebody stands before the gate. */
  void awaitSomebody() {
    await(reached, "nobody comes to the gate");
  }

  void letPass() {
    opened.countDown();
  }

  private static void await(CountDownLatch latch, String otherwise) {
    try {
      if (!latch.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException(otherwise);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(otherwise, e);
    }
  }
}
