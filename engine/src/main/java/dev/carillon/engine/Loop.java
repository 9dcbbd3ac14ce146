package dev.carillon.engine;

import dev.carillon.engine.clock.Bell;
import dev.carillon.engine.store.StoreException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A platform thread that does one step again and again, and waits for its bell in between. It
 * survives whatever a step throws. Any thread rings and stops it; only the thread itself counts its
 * failures.
 */
final class Loop {
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  private final String name;
  private final Supplier<Duration> step;
  private final Bell bell = new Bell();
  private final Thread thread;
  private volatile boolean stopped;
  private long failures;

  /**
   * @param step does its work and tells how long to wait at most before the next one
   */
  Loop(String name, Supplier<Duration> step) {
    this.name = name;
    this.step = step;
    thread = Thread.ofPlatform().name("carillon-" + name).daemon(true).unstarted(this::run);
  }

  void start() {
    thread.start();
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
      return wait;
    } catch (RuntimeException failure) {
      tell(failure);
      return AFTER_FAILURE;
    }
  }

  /** A database that is away for an hour is one line, not one for each try. */
  private void tell(RuntimeException failure) {
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
