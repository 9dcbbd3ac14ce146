package dev.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void every_setting_stands_in_columns_whatever_the_length_of_its_name() throws IOException {
    assertThat(print("", Map.of("SCHEDULE_MIN_INTERVAL_MINS", "5"))).isZero();
    assertThat(err.toString()).isEmpty();
    var lines = out.toString().lines().toList();
    var column = lines.getFirst().indexOf("127.0.0.1");
    assertThat(lines)
        .anyMatch(line -> line.matches("schedule_min_interval_mins +5 +SCHEDULE_MIN_INTERVAL_MINS"))
        .allSatisfy(line -> assertThat(line.substring(column - 2, column)).isEqualTo("  "))
        .allSatisfy(line -> assertThat(line.charAt(column)).isNotEqualTo(' '));
  }

  @Test
  void what_a_server_would_refuse_is_said_each_with_its_reason() throws IOException {
    var variables =
        Map.of(
            "CARILLON_PORT", "http",
            "CARILLON_LEASE_SECONDS", "4",
            "CARILLON_DB_URL", "a",
            "CARILLON_DB_URL_FILE", "b");
    assertThat(print("insecure: maybe\n", variables)).isEqualTo(2);
    assertThat(out.toString()).contains("maybe").containsPattern("db_url +\\(cannot be read\\)");
    assertThat(err.toString().lines())
        .containsExactlyInAnyOrder(
            "carillon: refused: CARILLON_DB_URL and CARILLON_DB_URL_FILE are both set: keep one",
            "carillon: refused: CARILLON_PORT is a whole number from 0 to 65535, not 'http'",
            "carillon: refused: insecure in %s is true or false, not 'maybe'".formatted(file()),
            "carillon: refused: CARILLON_LEASE_SECONDS is a whole number of at least 5, not 4");
  }

  @Test
  void a_key_and_a_certificate_that_a_server_would_not_take_are_refused() throws IOException {
    assertThat(print("", Map.of("CARILLON_ADMIN_KEY", "secret"))).isEqualTo(2);
    var cert = folder.resolve("cert.pem").toString();
    assertThat(print("", Map.of(), "--tls-cert", cert, "--tls-key", cert)).isEqualTo(2);
    assertThat(print("", Map.of(), "--bind", "0.0.0.0")).isEqualTo(2);
    assertThat(err.toString())
        .contains("refused: CARILLON_ADMIN_KEY is no key")
        .contains("cert.pem cannot be read")
        .contains("refused: --bind 0.0.0.0 lets others reach the server without TLS")
        .doesNotContain("secret");
  }

  @Test
  void insecure_says_yes_by_being_there() throws IOException {
    assertThat(print("", Map.of(), "--bind", "0.0.0.0", "--insecure")).isZero();
    assertThat(out.toString()).containsPattern("insecure +true +--insecure");
  }

  private int print(String file, Map<String, String> variables, String... flags)
      throws IOException {
    Files.writeString(file(), file);
    var command =
        ConfigCommand.over(variables)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    var words = new ArrayList<>(List.of("print", "--config", file().toString()));
    words.addAll(List.of(flags));
    return command.execute(words.toArray(String[]::new));
  }

  private Path file() {
    return folder.resolve("carillon.yaml");
  }
}
