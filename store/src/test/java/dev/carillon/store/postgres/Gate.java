package dev.carillon.store.postgres;

import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.RequestStore;
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

  /** The same rule, which passes here first, with the locks of its transaction held. */
  PlanRule within(PlanRule rule) {
    return (due, now, room) -> {
      pass();
      return rule.decide(due, now, room);
    };
  }

  /** The same requests, whose rules pass here first, with the locks of their transaction held. */
  RequestStore within(RequestStore store) {
    return (scope, id, key, rule) ->
        store.request(
            scope,
            id,
            key,
            (entry, now, stored) -> {
              pass();
              return rule.decide(entry, now, stored);
            });
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
