package dev.carillon.engine;

import dev.carillon.engine.clock.Bell;
import dev.carillon.engine.clock.Monotonic;
import dev.carillon.engine.store.StoreException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A platform thread that does one step again and again, and waits for its bell in between. It
 * survives whatever a step throws, errors too: a node that lives and does not plan helps nobody.
 * Any thread rings and stops it; only the thread itself counts its failures.
 */
final class Loop {
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

  /** Beyond its own wait; several times what the store gives a transaction. */
  private static final Duration LATE = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  private final String name;
  private final Supplier<Duration> step;
  private final Bell bell = new Bell();
  private final Thread thread;
  private final Monotonic clock;
  private volatile boolean stopped;
  private volatile long due;
  private long failures;

  /**
   * @param step does its work and tells how long to wait at most before the next one
   */
  Loop(String name, Supplier<Duration> step, Monotonic clock) {
    this.name = name;
    this.step = step;
    this.clock = clock;
    due = clock.nanos() + LATE.toNanos();
    thread = Thread.ofPlatform().name("carillon-" + name).daemon(true).unstarted(this::run);
  }

  void start() {
    due = clock.nanos() + LATE.toNanos();
    thread.start();
  }

  String name() {
    return name;
  }

  /** Whether no step has succeeded for so long that it must be taken for stuck. */
  boolean isLate() {
    return clock.nanos() - due > 0;
  }

  void ring() {
    bell.ring();
  }

  /** Ends the loop after the step that it is in. */
  void stop() throws InterruptedException {
    stopped = true;
    bell.ring();
    if (thread.isAlive()) {
      thread.join();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        bell.await(once());
      } catch (InterruptedException e) {
        log.warn("loop interrupted loop={}: it ends", name);
        return;
      }
    }
  }

  private Duration once() {
    try {
      var wait = step.get();
      if (failures > 0) {
        log.info("loop works again loop={} failures={}", name, failures);
        failures = 0;
      }
      due = clock.nanos() + wait.plus(LATE).toNanos();
      return wait;
    } catch (RuntimeException | Error failure) {
      tell(failure);
      return AFTER_FAILURE;
    }
  }

  /** A database that is away for an hour is one line, not one for each try. */
  private void tell(Throwable failure) {
    if (failures++ > 0) {
      log.debug("step failed again loop={} failures={}", name, failures, failure);
      return;
    }
    switch (failure) {
      case StoreException.Away away ->
          log.warn("step failed, the loop goes on loop={}: {}", name, away.getMessage());
      default -> log.error("step failed, the loop goes on loop={}", name, failure);
    }
  }
}
