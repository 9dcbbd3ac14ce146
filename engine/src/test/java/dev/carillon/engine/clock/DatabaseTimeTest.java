package dev.carillon.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DatabaseTimeTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private Instant database = NOON;
  private Duration roundTrip = Duration.ZERO;
  private final DatabaseTime time =
      new DatabaseTime(
          () -> {
            nanos.addAndGet(roundTrip.toNanos());
            return database;
          },
          nanos::get);

  @Test
  void between_two_questions_the_monotonic_clock_carries_the_time() {
    assertThat(time.now()).isEqualTo(NOON);
    pass(Duration.ofMillis(250));
    assertThat(time.now()).isEqualTo(NOON.plusMillis(250));
    assertThat(time.until(NOON.plusSeconds(1))).isEqualTo(Duration.ofMillis(750));
    assertThat(time.until(NOON)).isZero();
  }

  @Test
  void the_sample_with_the_shortest_round_trip_is_kept() {
    time.refresh();
    pass(Duration.ofSeconds(2));
    database = NOON.plusSeconds(100);
    roundTrip = Duration.ofMillis(400);
    time.refresh();
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(2).plusMillis(400));
  }

  @Test
  void an_old_sample_gives_way_so_that_a_stepped_clock_is_followed() {
    time.refresh();
    pass(Duration.ofSeconds(11));
    database = NOON.plusSeconds(100);
    roundTrip = Duration.ofMillis(400);
    time.refresh();
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(100).plusMillis(200));
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }
}
