package dev.carillon.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

  @Test
  void a_secret_may_stand_in_a_file(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("url"), "jdbc:postgresql://db/carillon\n");
    var environment = new Environment(Map.of("CARILLON_DB_URL_FILE", file.toString()));
    assertThat(environment.find(Setting.DB_URL))
        .contains(new Value("jdbc:postgresql://db/carillon", "CARILLON_DB_URL_FILE"));
    assertThat(environment.find(Setting.DB_USER)).isEmpty();
    assertThat(environment.doubts()).isEmpty();
    var missing = new Environment(Map.of("CARILLON_DB_URL_FILE", folder.resolve("no").toString()));
    assertThatThrownBy(() -> missing.find(Setting.DB_URL))
        .hasMessageContaining("CARILLON_DB_URL_FILE names");
  }

  @Test
  void a_variable_that_looks_like_ours_and_is_none_is_doubted_with_the_one_that_was_meant() {
    var environment =
        new Environment(Map.of("CARILLON_PROT", "80", "CARILLON_PORT", "80", "HOME", "/root"));
    assertThat(environment.doubts())
        .containsExactly(
            "there is no variable CARILLON_PROT, so it changes nothing; did you mean"
                + " CARILLON_PORT?");
    assertThat(new Environment(Map.of("CARILLON_OF_OTHERS", "x")).doubts())
        .containsExactly("there is no variable CARILLON_OF_OTHERS, so it changes nothing");
  }

  @Test
  void what_kubernetes_sets_for_a_service_of_our_name_is_no_slip() {
    var environment =
        new Environment(
            Map.of(
                "CARILLON_SERVICE_HOST", "10.0.0.1",
                "CARILLON_SERVICE_PORT_HTTP", "80",
                "CARILLON_PORT_8080_TCP_ADDR", "10.0.0.1",
                "CARILLON_DB_SERVICE_PORT", "5432"));
    assertThat(environment.doubts()).isEmpty();
  }
}
