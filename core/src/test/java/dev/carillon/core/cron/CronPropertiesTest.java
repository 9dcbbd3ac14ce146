package dev.carillon.core.cron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.time.Vectors;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What must hold for every expression, tried on those of the vectors, in their zones. */
class CronPropertiesTest {
  private static final int STEPS = 12;

  @Test
  void next_previous_and_count_tell_the_same_story_under_every_policy() {
    int tried = 0;
    for (JsonNode vector : Vectors.read("cron-vectors.json")) {
      CronExpression expression =
          Lines.parsed(
              vector.get("expr").asString(),
              Dialect.named(vector.get("dialect").asString()).orElseThrow());
      ZoneId zone = ZoneId.of(vector.get("zone").asString());
      Instant from = Instant.parse(vector.get("from").asString());
      DstPolicy policy = policy(tried++);
      CronTimes times = CronTimes.of(expression, zone, policy);
      for (Instant start : starts(from, zone)) {
        assertOneStory(times, start);
      }
    }
  }

  private static void assertOneStory(CronTimes times, Instant from) {
    List<Instant> fires = Lines.next(times, from, STEPS);
    String what = times.expression() + " " + times.zone() + " " + times.policy() + " " + from;
    Instant before = from;
    for (int i = 0; i < fires.size(); i++) {
      Instant fire = fires.get(i);
      assertThat(fire).as(what).isAfter(before);
      assertThat(times.previous(fire.plusSeconds(1))).as(what).contains(fire);
      assertThat(times.next(fire.minusSeconds(1))).as(what).contains(fire);
      if (i > 0) {
        assertThat(times.previous(fire)).as(what).contains(before);
      }
      assertThat(times.count(from.plusSeconds(1), fire)).as(what).isEqualTo(i);
      assertThat(times.count(fire, fire.plusSeconds(1))).as(what).isEqualTo(1);
      before = fire;
    }
  }

  /** The vector's own start, and one a little before the next clock change. */
  private static List<Instant> starts(Instant from, ZoneId zone) {
    List<Instant> starts = new ArrayList<>(List.of(from));
    Optional.ofNullable(zone.getRules().nextTransition(from))
        .map(ZoneOffsetTransition::getInstant)
        .ifPresent(change -> starts.add(change.minusSeconds(4_000)));
    return starts;
  }

  private static DstPolicy policy(int number) {
    Gap[] gaps = Gap.values();
    OverlapHour[] hours = OverlapHour.values();
    return new DstPolicy(gaps[number % 3], hours[number / 3 % 3]);
  }
}
