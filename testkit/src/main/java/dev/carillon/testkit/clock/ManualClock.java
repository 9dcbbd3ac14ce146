package dev.carillon.testkit.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; any thread may read or move it. */
public final class ManualClock implements InstantSource {

  private final AtomicReference<Instant> now;

  public ManualClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** A clock that shows the given instant, written as in {@code 2026-03-29T00:59:58Z}. */
  public static ManualClock at(String instant) {
    return new ManualClock(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock on by a step, which is not negative, and answers with the new instant. */
  public Instant advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("advance by " + step + ": a clock is put back with set()");
    }
    return now.updateAndGet(instant -> instant.plus(step));
  }

  /** Puts the clock to an instant, which may lie before the one it shows: clocks do step back. */
  public void set(Instant instant) {
    now.set(instant);
  }
}
