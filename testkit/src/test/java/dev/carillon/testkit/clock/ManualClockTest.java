package dev.carillon.testkit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManualClockTest {

  private final ManualClock clock = ManualClock.at("2026-03-29T00:59:58Z");

  @Test
  void it_stands_still_until_it_is_moved() {
    assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2026-03-29T00:59:58Z");
    assertThat(clock.advance(Duration.ofSeconds(2))).isEqualTo("2026-03-29T01:00:00Z");
    assertThat(clock.instant()).isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void it_steps_back_only_when_set() {
    assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofNanos(-1)));
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void no_step_is_lost_between_threads() {
    Instant start = clock.instant();
    IntStream.range(0, 1_000).parallel().forEach(i -> clock.advance(Duration.ofMillis(1)));
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(1));
  }
}
