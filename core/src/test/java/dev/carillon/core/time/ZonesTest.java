package dev.carillon.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZonesTest {
  @Test
  void every_name_of_the_database_is_a_zone() {
    assertThat(ZoneId.getAvailableZoneIds())
        .hasSizeGreaterThan(500)
        .contains("UTC", "Etc/GMT+5", "America/Argentina/Ushuaia", "US/Eastern")
        .allSatisfy(name -> assertThat(Zones.named(name)).contains(ZoneId.of(name)));
  }

  @Test
  void the_names_that_java_leaves_out_are_those_that_they_are_links_to() {
    assertThat(Zones.named("EST")).contains(ZoneId.of("America/Panama"));
    assertThat(Zones.named("MST")).contains(ZoneId.of("America/Phoenix"));
    assertThat(Zones.named("HST")).contains(ZoneId.of("Pacific/Honolulu"));
    assertThat(Zones.named("ROC")).contains(ZoneId.of("Asia/Taipei"));
  }

  @Test
  void an_offset_an_abbreviation_or_a_wrong_case_is_not_a_zone() {
    for (String name :
        List.of(
            "", " ", "Z", "+05:00", "UTC+5", "PST", "europe/rome", "Europe/Rome ", "Mars/Base")) {
      assertThat(Zones.named(name)).as(name).isEmpty();
    }
  }
}
