package dev.carillon.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IntervalTest {
  private static final Instant ANCHOR = Instant.parse("2026-03-08T06:59:50.250Z");

  @Test
  void every_vector_gives_exactly_its_instants() {
    for (JsonNode vector : Vectors.read("cron-intervals.json")) {
      ChronoUnit unit = ChronoUnit.valueOf(vector.get("unit").asString().toUpperCase(Locale.ROOT));
      Interval interval =
          new Interval(
              Instant.parse(vector.get("anchor").asString()),
              unit.getDuration().multipliedBy(vector.get("interval").asLong()));
      List<Instant> expected = Vectors.instants(vector.get("next"));
      List<Instant> actual = new ArrayList<>();
      Instant at = Instant.parse(vector.get("from").asString());
      while (actual.size() < expected.size()) {
        at = interval.next(at).orElseThrow();
        actual.add(at);
      }
      assertThat(actual).as(vector.toString()).isEqualTo(expected);
    }
  }

  @Test
  void next_and_previous_are_strict_also_within_the_second_of_the_anchor() {
    Interval interval = new Interval(ANCHOR, Duration.ofSeconds(10));
    Instant second = ANCHOR.plusSeconds(10);
    assertThat(interval.next(ANCHOR)).contains(second);
    assertThat(interval.next(ANCHOR.minusNanos(1))).contains(ANCHOR);
    assertThat(interval.next(ANCHOR.plusNanos(1))).contains(second);
    assertThat(interval.previous(second)).contains(ANCHOR);
    assertThat(interval.previous(second.plusNanos(1))).contains(second);
    assertThat(interval.previous(ANCHOR)).contains(ANCHOR.minusSeconds(10));
  }

  @Test
  void count_takes_the_start_and_leaves_the_end() {
    Interval interval = new Interval(ANCHOR, Duration.ofSeconds(10));
    assertThat(interval.count(ANCHOR, ANCHOR.plusSeconds(30))).isEqualTo(3);
    assertThat(interval.count(ANCHOR.plusNanos(1), ANCHOR.plusSeconds(30))).isEqualTo(2);
    assertThat(interval.count(ANCHOR, ANCHOR.plusSeconds(30).plusNanos(1))).isEqualTo(4);
    assertThat(interval.count(ANCHOR.minusSeconds(20), ANCHOR)).isEqualTo(2);
    assertThat(interval.count(ANCHOR.plusSeconds(30), ANCHOR)).isZero();
    assertThat(interval.count(Instant.MIN, Instant.MAX)).isGreaterThan(6_000_000_000_000_000L);
  }

  @Test
  void it_ends_where_instants_end() {
    Interval longest = new Interval(ANCHOR, Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(longest.next(ANCHOR)).isEmpty();
    assertThat(longest.previous(ANCHOR)).isEmpty();
    assertThat(longest.previous(ANCHOR.plusNanos(1))).contains(ANCHOR);
    assertThat(new Interval(Instant.MAX, Duration.ofSeconds(1)).next(Instant.MAX)).isEmpty();
    assertThat(new Interval(Instant.MIN, Duration.ofSeconds(1)).previous(Instant.MIN)).isEmpty();
  }

  @Test
  void a_length_that_is_not_whole_seconds_is_refused() {
    for (Duration every :
        List.of(
            Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(1500), Duration.ofNanos(1))) {
      assertThatThrownBy(() -> new Interval(ANCHOR, every)).hasMessageContaining("at least one");
    }
  }
}
