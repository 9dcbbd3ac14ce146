package dev.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void a_loop_survives_whatever_a_step_throws_errors_too() throws InterruptedException {
    var steps = new AtomicInteger();
    var survived = new CountDownLatch(1);
    var loop =
        new Loop(
            "test",
            () -> {
              switch (steps.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a fault of ours");
                case 2 -> throw new StackOverflowError();
                case 3 -> throw new NoClassDefFoundError("the jar was replaced");
                default -> survived.countDown();
              }
              return Duration.ofHours(1);
            },
            nanos::get);
    loop.start();
    while (!survived.await(1, TimeUnit.MILLISECONDS)) {
      loop.ring();
    }
    loop.stop();
    assertThat(steps).hasValueGreaterThanOrEqualTo(4);
  }

  @Test
  void a_loop_is_late_when_no_step_has_succeeded_for_half_a_minute_beyond_its_wait()
      throws InterruptedException {
    var stepped = new CountDownLatch(1);
    var loop =
        new Loop(
            "test",
            () -> {
              stepped.countDown();
              return Duration.ofSeconds(5);
            },
            nanos::get);
    loop.start();
    stepped.await();
    loop.stop();
    nanos.addAndGet(Duration.ofSeconds(35).toNanos());
    assertThat(loop.isLate()).isFalse();
    nanos.addAndGet(1);
    assertThat(loop.isLate()).isTrue();
  }
}
