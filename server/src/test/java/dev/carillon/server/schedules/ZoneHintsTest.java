package dev.carillon.server.schedules;

import static dev.carillon.server.schedules.Drafts.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.time.Zones;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneHintsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PST           | ; did you mean America/Los_Angeles, or Etc/GMT+8 for the same time all year?",
        "cest          | ; did you mean Europe/Berlin?",
        "UTC+5         | ; did you mean Etc/GMT-5, whose sign is the other way round?",
        "-03:00        | ; did you mean Etc/GMT+3, whose sign is the other way round?",
        "europe/berlin | ; did you mean Europe/Berlin?",
        "utc           | ; did you mean UTC?",
        "Europe/Brelin | ; did you mean Europe/Berlin?",
        "XYZ           | ; give a name such as Europe/Berlin"
      })
  void an_unknown_zone_is_answered_with_one_of_the_same_meaning(String zone, String hint) {
    var spec = "{'type':'cron','expression':'0 9 * * *','timezone':'%s'}".formatted(zone);
    assertThat(errors(spec, "").getFirst().detail()).isEqualTo("invalid timezone: " + zone + hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EST", "CST", "MST", "PST", "HST", "BST", "CEST", "IST", "JST", "AEST"})
  void every_zone_of_a_hint_is_known(String letters) {
    var words = ZoneHints.about(letters).orElseThrow().split(", or | for the same", -1);
    assertThat(words)
        .satisfiesAnyOf(all -> assertThat(all).hasSize(1), all -> assertThat(all).hasSize(3));
    for (var name : List.of(words).subList(0, words.length == 1 ? 1 : 2)) {
      assertThat(Zones.named(name)).as(name).isPresent();
    }
  }
}
