package dev.carillon.core.cron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.cron.CronParse.Parsed;
import dev.carillon.core.time.Vectors;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All vectors of independent implementations; a failure lists every case that differs. */
class CronVectorsTest {

  @Test
  void every_vector_gives_exactly_its_instants() {
    List<String> differences = new ArrayList<>();
    for (JsonNode vector : Vectors.read("cron-vectors.json")) {
      List<Instant> expected = Vectors.instants(vector.get("next"));
      boolean exhausted = vector.path("exhausted").asBoolean(false);
      List<Instant> actual = next(vector, expected.size() + (exhausted ? 1 : 0));
      if (!actual.equals(expected)) {
        differences.add(vector + "\n  -> " + actual);
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void every_verdict_on_a_line_is_given() {
    List<String> differences = new ArrayList<>();
    for (JsonNode vector : Vectors.read("cron-invalid.json")) {
      CronParse parse = CronExpression.parse(text(vector), dialect(vector));
      boolean accepted = parse instanceof Parsed;
      if (accepted != vector.get("verdict").asString().equals("accept")) {
        differences.add(vector + "\n  -> " + parse);
      } else if (accepted && vector.has("next")) {
        List<Instant> expected = Vectors.instants(vector.get("next"));
        if (!next(vector, 2).equals(expected)) {
          differences.add(vector + "\n  -> " + next(vector, 2));
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<Instant> next(JsonNode vector, int count) {
    CronTimes times =
        CronTimes.of(
            Lines.parsed(text(vector), dialect(vector)),
            ZoneId.of(vector.get("zone").asString()),
            DstPolicy.DEFAULT);
    return Lines.next(times, Instant.parse(vector.get("from").asString()), count);
  }

  private static String text(JsonNode vector) {
    return vector.get("expr").asString();
  }

  private static Dialect dialect(JsonNode vector) {
    return Dialect.named(vector.get("dialect").asString()).orElseThrow();
  }
}
