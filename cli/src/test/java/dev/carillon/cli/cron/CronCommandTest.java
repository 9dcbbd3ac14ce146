package dev.carillon.cli.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CronCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-07T12:00:00Z");
  private static final String FROM = "2026-03-07T12:00:00Z";

  /** What a command left behind. */
  private record Ran(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  @Test
  void next_prints_one_instant_a_line_in_utc() {
    Ran ran = run("next", "30 2 * * *", "--zone", "America/New_York", "--from", FROM, "-n", "3");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines())
        .containsExactly("2026-03-08T07:00:00Z", "2026-03-09T06:30:00Z", "2026-03-10T06:30:00Z");
  }

  @Test
  void next_gives_ten_from_now_in_utc_when_nothing_else_is_said() {
    Ran ran = run("next", "0 * * * *");
    assertThat(ran.lines()).hasSize(10).startsWith("2026-03-07T13:00:00Z");
  }

  @Test
  void fewer_lines_mean_that_no_more_instants_exist() {
    assertThat(run("next", "0 0 30 2 *").lines()).isEmpty();
    assertThat(run("next", "0 0 30 2 *").exit()).isZero();
    assertThat(run("next", "0 0 0 1 1 * 2027-2028").lines())
        .containsExactly("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
  }

  @Test
  void the_policies_of_a_clock_change_can_be_chosen() {
    assertThat(next("--gap", "skip")).startsWith("2026-03-09T06:30:00Z");
    assertThat(next("--gap", "shift")).startsWith("2026-03-08T07:30:00Z");
    Ran second =
        run("next", "30 1 1 11 *", "--zone=America/New_York", "--overlap-hour=second", "-n1");
    assertThat(second.lines()).containsExactly("2026-11-01T06:30:00Z");
  }

  private static List<String> next(String option, String choice) {
    return run("next", "30 2 * * *", "--zone", "America/New_York", option, choice).lines();
  }

  @Test
  void quartz_is_read_only_when_it_is_named() {
    assertThat(run("next", "0 0 12 ? * 2", "-n1").lines()).containsExactly("2026-03-10T12:00:00Z");
    assertThat(run("next", "0 0 12 ? * 2", "-n1", "--dialect", "quartz").lines())
        .containsExactly("2026-03-09T12:00:00Z");
  }

  @Test
  void next_as_json_says_how_the_line_was_read() {
    assertThat(run("next", " @daily ", "-n", "1", "-o", "json").out())
        .isEqualToIgnoringNewLines(
            """
            {"expr":"@daily","dialect":"unix","zone":"UTC","from":"2026-03-07T12:00:00Z",\
            "next":["2026-03-08T00:00:00Z"]}\
            """);
    assertThat(run("next", "0 0 30 2 *", "-o", "json").out()).contains("\"next\":[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60 * * * * | --zone UTC            | minute: 60 is outside 0-59",
        "* * * * *  | --zone EDT            | zone: EDT is unknown; use an IANA name such as"
            + " Europe/Rome or UTC",
        "* * * * *  | --dialect cronie      | dialect: cronie is unknown; use unix, seconds or"
            + " quartz",
        "* * * * *  | --gap often           | gap: often is unknown; use run_at_transition, skip or"
            + " shift",
        "* * * * *  | --overlap-hour third  | overlap_hour: third is unknown; use first, second or"
            + " both",
        "* * * * *  | --from yesterday      | from: yesterday is not an instant in UTC",
        "* * * * *  | -n 0                  | count: 0 is outside 1-100000",
        "* * * * *  | --batch -             | give either a cron line or --batch FILE",
      })
  void what_is_not_understood_ends_with_exit_code_2_and_one_line(
      String line, String option, String message) {
    String[] words = option.split(" ", 2);
    Ran ran = run("next", line, words[0], words[1]);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualToIgnoringNewLines(message);
  }

  @Test
  void explain_says_the_words_and_then_the_warnings() {
    Ran ran = run("explain", "30 2 13 * 5", "--zone", "America/New_York", "--gap", "skip");
    assertThat(ran.exit()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "At 02:30, on day 13 of the month or on Friday.",
            "warning: day-of-month and day-of-week are both set: a day that matches either of them"
                + " fires; with + before the weekday both must match");
  }

  @Test
  void explain_as_json_has_a_kind_for_each_warning() {
    assertThat(run("explain", "*/7 * * * *", "-o", "JSON").out())
        .isEqualToIgnoringNewLines(
            """
            {"words":"At every 7th minute from 0 to 56 of every hour.","warnings":[{"kind":\
            "uneven_step","text":"minute: */7 begins again with every hour: after 56 comes 0"}]}\
            """);
    assertThat(run("explain", "0 9 * * *", "-o", "json").out()).contains("\"warnings\":[]");
  }

  @Test
  void explain_refuses_as_next_does() {
    Ran ran = run("explain", "0 0 * * 8");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).isEqualToIgnoringNewLines("day-of-week: 8 is outside 0-7");
  }

  @Test
  void a_batch_answers_each_line_in_order_and_survives_what_it_cannot_read() {
    String questions =
        """
        {"id":"a","dialect":"vixie5","expr":"0 9 * * 1-5","zone":"UTC","from":"2025-01-01T00:00:00Z","count":2}
        {"id":7,"expr":"60 * * * *"}

        not json
        [1]
        {"id":"c","zone":"UTC"}
        {"id":"d","expr":"0 9 * * *","zone":"Nowhere/At_All"}
        {"id":"e","expr":"0 9 * * *","from":"soon"}
        {"id":"f","expr":"0 9 * * *","count":0}
        {"id":"g","expr":"30 2 * * *","zone":"America/New_York","gap":"shift","count":1,"tags":["dst"]}
        {"id":"h","expr":"30 1 1 11 *","zone":"America/New_York","overlap_hour":"second","count":1}
        {"id":"i","expr":"0 0 30 2 *"}
        """;
    Ran ran = runWith(questions, "next", "--batch", "-");
    assertThat(ran.exit()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "{\"id\":\"a\",\"next\":[\"2025-01-01T09:00:00Z\",\"2025-01-02T09:00:00Z\"]}",
            "{\"id\":7,\"error\":\"minute: 60 is outside 0-59\"}",
            "{\"error\":\"this line is not JSON\"}",
            "{\"error\":\"this line is not a JSON object\"}",
            "{\"id\":\"c\",\"error\":\"expr: the cron line is missing\"}",
            "{\"id\":\"d\",\"error\":\"zone: Nowhere/At_All is unknown; use an IANA name such as"
                + " Europe/Rome or UTC\"}",
            "{\"id\":\"e\",\"error\":\"from: soon is not an instant in UTC\"}",
            "{\"id\":\"f\",\"error\":\"count: 0 is outside 1-100000\"}",
            "{\"id\":\"g\",\"next\":[\"2026-03-08T07:30:00Z\"]}",
            "{\"id\":\"h\",\"next\":[\"2026-11-01T06:30:00Z\"]}",
            "{\"id\":\"i\",\"next\":[]}");
  }

  @Test
  void a_batch_is_read_from_a_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("questions.jsonl");
    Files.writeString(file, "{\"id\":1,\"expr\":\"@daily\",\"count\":1}");
    assertThat(run("next", "--batch", file.toString()).lines())
        .containsExactly("{\"id\":1,\"next\":[\"2026-03-08T00:00:00Z\"]}");
    Ran missing = run("next", "--batch", folder.resolve("none").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).startsWith("batch: cannot read ").hasLineCount(1);
    assertThat(run("next", "--batch", folder.toString()).exit()).isEqualTo(2);
  }

  @Test
  void cron_alone_and_an_unknown_option_are_wrong_usage() {
    assertThat(run().exit()).isEqualTo(2);
    assertThat(run("next", "* * * * *", "--often").exit()).isEqualTo(2);
    assertThat(run("next", "* * * * *", "-n", "many").exit()).isEqualTo(2);
    assertThat(run("next", "--help").out()).contains("--overlap-hour");
  }

  private static Ran run(String... arguments) {
    return runWith("", arguments);
  }

  private static Ran runWith(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        CronCommand.over(
            InstantSource.fixed(NOW),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Ran(command.execute(arguments), out.toString(), err.toString());
  }
}
