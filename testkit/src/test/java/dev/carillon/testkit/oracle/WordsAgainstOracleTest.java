package dev.carillon.testkit.oracle;

import dev.carillon.core.cron.DstPolicy;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An explanation that is read back as plain English says exactly what the line means. */
class WordsAgainstOracleTest {
  @Test
  void the_words_of_random_lines_are_true() {
    RandomCron lines = new RandomCron(41);
    for (int i = 0; i < 300; i++) {
      assertTrue(lines.line());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * * *",
        "*/10 5 */2 * * *",
        "7 * * * * *",
        "*/20 * 9-17 * * *",
        "5,35 8-18 * * *",
        "15 */3 * * *",
        "0 0 1-31 * 5",
        "0 0 * * +0-6",
        "0 0 1W,15W,L-2,L 2 *",
        "0 0 31W * *",
        "0 0 L-28,LW * *",
        "0 0 L-1W,L-4W * *",
        "0 0 * * 0#1,0#L,6",
        "0 0 13 * +FRI",
        "0 0 29 2 +MON#5",
        "0 0 12 * 1,3-5,12 * 2024,2026-2028",
        "0 0 12 * * * 2024/2",
      })
  void the_words_of_awkward_lines_are_true(String line) {
    assertTrue(line);
  }

  private static void assertTrue(String line) {
    Meaning.of(Agreement.on(line, ZoneOffset.UTC, DstPolicy.DEFAULT)).mustHold();
  }
}
