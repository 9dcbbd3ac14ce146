package dev.carillon.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle itself, on cases that were settled by hand. */
class CronOracleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *      | run_at_transition | first  | 2026-03-08 | 07:00",
        "30 2 * * *      | skip              | first  | 2026-03-08 | ''",
        "30 2 * * *      | shift             | first  | 2026-03-08 | 07:30",
        "*/30 2 * * *    | shift             | both   | 2026-03-08 | ''",
        "30 1 * * *      | skip              | first  | 2026-11-01 | 05:30",
        "30 1 * * *      | skip              | second | 2026-11-01 | 06:30",
        "30 1 * * *      | skip              | both   | 2026-11-01 | 05:30 06:30",
        "*/30 1 * * *    | skip              | first  | 2026-11-01 | 05:00 05:30 06:00 06:30",
        "0 12 13 * FRI   | skip              | first  | 2026-02-13 | 17:00",
        "0 12 14 * +FRI  | skip              | first  | 2026-02-13 | ''",
        "0 12 LW * *     | skip              | first  | 2026-01-30 | 17:00",
        "0 12 1W * *     | skip              | first  | 2026-08-03 | 16:00",
        "0 12 L-2 * *    | skip              | first  | 2026-01-29 | 17:00",
        "0 12 * * 5#5    | skip              | first  | 2026-01-30 | 17:00",
        "0 12 * * FRIL   | skip              | first  | 2026-01-30 | 17:00",
        "0 12 * * SAT-SUN | skip             | first  | 2026-01-31 | 17:00",
        "0 12 * feb,Nov 0 | skip             | first  | 2026-11-01 | 17:00",
        "30 0 12 * * ? 2026 | skip           | first  | 2026-01-30 | 17:00:30",
        "30 0 12 * * ? 2027 | skip           | first  | 2026-01-30 | ''",
        "@hourly         | skip              | first  | 2011-12-30 | 05:00 06:00 07:00 08:00",
      })
  void it_finds_the_instants_of_a_day_in_new_york(
      String line, String gap, String hour, String day, String times) {
    Instant from = Instant.parse(day + "T05:00:00Z");
    Instant to = Instant.parse(day + (line.equals("@hourly") ? "T09:00:00Z" : "T21:00:00Z"));
    assertThat(new CronOracle(gap, hour).between(line, ZoneId.of("America/New_York"), from, to))
        .isEqualTo(instants(day, times));
  }

  @Test
  void quartz_counts_sunday_as_one() {
    Instant monday = Instant.parse("2026-01-05T00:00:00Z");
    assertThat(
            CronOracle.standard()
                .between(
                    OracleLine.readQuartz("0 0 12 ? * 2"),
                    ZoneId.of("UTC"),
                    monday,
                    monday.plusSeconds(7 * 86_400)))
        .containsExactly(Instant.parse("2026-01-05T12:00:00Z"));
  }

  @Test
  void a_date_that_apia_left_out_has_no_runs() {
    assertThat(
            CronOracle.standard()
                .between(
                    "0 12 * * *",
                    ZoneId.of("Pacific/Apia"),
                    Instant.parse("2011-12-29T12:00:00Z"),
                    Instant.parse("2011-12-31T12:00:00Z")))
        .containsExactly(
            Instant.parse("2011-12-29T22:00:00Z"), Instant.parse("2011-12-30T22:00:00Z"));
  }

  private static List<Instant> instants(String day, String times) {
    if (times.isEmpty()) {
      return List.of();
    }
    return List.of(times.split(" ", -1)).stream()
        .map(time -> Instant.parse(day + "T" + (time.length() == 5 ? time + ":00Z" : time + "Z")))
        .toList();
  }
}
