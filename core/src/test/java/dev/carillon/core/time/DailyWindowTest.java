package dev.carillon.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which opening, or between which two, an instant lies. */
final class DailyWindowTest {
  @ParameterizedTest(name = "{0} to {1} in {2}: {3} is inside {4}, from {5} until {6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          09:00 | 17:00 | UTC           | 2027-03-01T09:00:00Z     | true  | 2027-03-01T09:00:00Z | 2027-03-01T17:00:00Z
          09:00 | 17:00 | UTC           | 2027-03-01T16:59:59.999Z | true  | 2027-03-01T09:00:00Z | 2027-03-01T17:00:00Z
          09:00 | 17:00 | UTC           | 2027-03-01T17:00:00Z     | false | 2027-03-01T17:00:00Z | 2027-03-02T09:00:00Z
          09:00 | 17:00 | UTC           | 2027-03-01T08:59:59.999Z | false | 2027-02-28T17:00:00Z | 2027-03-01T09:00:00Z
          22:00 | 06:00 | UTC           | 2027-03-01T23:00:00Z     | true  | 2027-03-01T22:00:00Z | 2027-03-02T06:00:00Z
          22:00 | 06:00 | UTC           | 2027-03-01T05:00:00Z     | true  | 2027-02-28T22:00:00Z | 2027-03-01T06:00:00Z
          22:00 | 06:00 | UTC           | 2027-03-01T06:00:00Z     | false | 2027-03-01T06:00:00Z | 2027-03-01T22:00:00Z
          00:00 | 12:00 | UTC           | 2027-03-01T12:00:00Z     | false | 2027-03-01T12:00:00Z | 2027-03-02T00:00:00Z
          12:00 | 00:00 | UTC           | 2027-03-01T23:59:59Z     | true  | 2027-03-01T12:00:00Z | 2027-03-02T00:00:00Z
          09:00 | 17:00 | Europe/Berlin | 2027-03-01T08:00:00Z     | true  | 2027-03-01T08:00:00Z | 2027-03-01T16:00:00Z
          01:00 | 04:00 | Europe/Berlin | 2027-03-28T01:30:00Z     | true  | 2027-03-28T00:00:00Z | 2027-03-28T02:00:00Z
          01:00 | 04:00 | Europe/Berlin | 2027-10-31T01:30:00Z     | true  | 2027-10-30T23:00:00Z | 2027-10-31T03:00:00Z
          22:00 | 06:00 | Pacific/Apia  | 2011-12-30T12:00:00Z     | true  | 2011-12-30T08:00:00Z | 2011-12-30T16:00:00Z
          """)
  void an_instant_lies_in_an_opening_or_between_two(
      LocalTime from,
      LocalTime to,
      ZoneId zone,
      Instant at,
      boolean inside,
      Instant since,
      Instant until) {
    assertThat(new DailyWindow(from, to, zone).at(at)).isEqualTo(new Spell(inside, since, until));
  }

  @Test
  void all_of_time_is_cut_into_openings_and_pauses_in_every_zone() {
    var zones = Zones.names().stream().sorted().toList();
    for (var seed = 0; seed < 5_000; seed++) {
      var random = new Random(seed);
      var from = LocalTime.ofSecondOfDay(random.nextInt(86_400));
      var to = from.plusSeconds(1 + random.nextInt(86_399));
      var window = new DailyWindow(from, to, ZoneId.of(zones.get(random.nextInt(zones.size()))));
      var at = Instant.ofEpochSecond(random.nextInt(2_000_000_000));
      var spell = window.at(at);
      assertThat(spell.since()).as("%d %s %s", seed, window, at).isBeforeOrEqualTo(at);
      assertThat(spell.until()).as("%d %s %s", seed, window, at).isAfter(at);
    }
  }

  @Test
  void a_window_that_never_closes_is_none() {
    assertThatThrownBy(() -> new DailyWindow(LocalTime.NOON, LocalTime.NOON, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
