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
    database = NOON.plusSeconds(7);
    roundTrip = Duration.ofMillis(400);
    time.refresh();
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(2).plusMillis(400));
  }

  @Test
  void an_old_sample_gives_way_so_that_a_stepped_clock_is_followed() {
    time.refresh();
    pass(Duration.ofSeconds(11));
    database = NOON.plusSeconds(18);
    roundTrip = Duration.ofMillis(400);
    time.refresh();
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(18).plusMillis(200));
  }

  @Test
  void a_clock_that_is_set_back_is_followed() {
    time.refresh();
    pass(Duration.ofSeconds(2));
    database = NOON.minusSeconds(3_600);
    time.refresh();
    assertThat(time.now()).isEqualTo(NOON.minusSeconds(3_600));
  }

  @Test
  void a_leap_ahead_is_believed_once_it_has_lasted_five_seconds() {
    time.refresh();
    var ahead = Duration.ofHours(1);
    for (var second = 2; second <= 6; second += 2) {
      shows(second, ahead);
      assertThat(time.leaps(database)).isTrue();
      assertThat(time.now()).isEqualTo(NOON.plusSeconds(second));
    }
    shows(8, ahead);
    assertThat(time.leaps(database)).isFalse();
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(8).plus(ahead));
  }

  @Test
  void a_leap_that_does_not_last_is_forgotten() {
    time.refresh();
    shows(2, Duration.ofHours(1));
    shows(4, Duration.ZERO);
    assertThat(time.leaps(database)).isFalse();
    shows(8, Duration.ofHours(1));
    assertThat(time.leaps(database)).isTrue();
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(8));
  }

  @Test
  void what_is_ahead_by_no_more_than_lateness_is_no_leap() {
    time.refresh();
    assertThat(time.leaps(NOON.plusSeconds(10))).isFalse();
    assertThat(time.leaps(NOON.plusSeconds(10).plusMillis(1))).isTrue();
  }

  /** So many seconds after noon the database's clock is ahead by so much. */
  private void shows(int second, Duration ahead) {
    nanos.set(Duration.ofSeconds(second).toNanos());
    database = NOON.plusSeconds(second).plus(ahead);
    time.refresh();
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }
}
