package dev.carillon.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.launch.Said;
import dev.carillon.acceptance.repository.Repository;
import dev.carillon.testkit.tls.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./carillon schedule preview} of the packaged jar asks a server that runs. */
class PreviewTest {
  private static final List<String> LINE =
      List.of("30 2 * * *", "--zone", "Europe/Berlin", "-n", "2", "--from", "2027-03-27T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void a_line_and_a_file_are_previewed_by_a_running_server() throws Exception {
    try (var server = Product.start(folder.resolve("data"))) {
      var known =
          Map.of("CARILLON_URL", server.address().toString(), "CARILLON_KEY", server.adminKey());
      var said = preview(known, LINE);
      assertThat(said.err()).isEmpty();
      assertThat(said.code()).isZero();
      assertThat(said.out().lines())
          .contains(
              "2027-03-28T01:00:00Z  2027-03-28T03:00:00+02:00  made_up",
              "2027-03-29T00:30:00Z  2027-03-29T02:30:00+02:00");

      var trigger = "{\"trigger\": {\"type\": \"interval\", \"every\": 90, \"unit\": \"minutes\"}}";
      var file = Files.writeString(folder.resolve("schedule.json"), trigger);
      assertThat(preview(known, List.of("-f", file.toString(), "-n", "1")).out())
          .contains("smallest gap: 5400 s");

      refuses(2, "60 is outside 0-59", preview(known, List.of("60 * * * *")));
      refuses(
          1, "CARILLON_KEY", preview(Map.of("CARILLON_URL", server.address().toString()), LINE));
      var tls = server.address().toString().replace("http:", "https:");
      refuses(5, "begins with http://", preview(Map.of("CARILLON_URL", tls), LINE));
    }
  }

  @Test
  void a_server_with_a_certificate_of_ones_own_is_asked_once_it_is_named() throws Exception {
    var certificate = folder.resolve("cert.pem");
    var key = folder.resolve("key.pem");
    new Certificates(folder).make("EC").writeTo(certificate, key);
    var tls = new String[] {"--tls-cert", certificate.toString(), "--tls-key", key.toString()};
    try (var server = Product.start(folder.resolve("data"), tls)) {
      assertThat(server.address()).hasScheme("https");
      var known =
          new HashMap<>(
              Map.of(
                  "CARILLON_URL", server.address().toString(), "CARILLON_KEY", server.adminKey()));
      refuses(5, "--ca-cert FILE or CARILLON_CA_CERT", preview(known, LINE));

      var named = new ArrayList<>(LINE);
      named.addAll(List.of("--ca-cert", certificate.toString()));
      assertThat(preview(known, named).code()).isZero();

      known.put("CARILLON_CA_CERT", certificate.toString());
      assertThat(preview(known, LINE).code()).isZero();
    }
  }

  @Test
  void where_nobody_listens_nothing_is_previewed() throws Exception {
    refuses(5, "nobody listens there", preview(Map.of("CARILLON_URL", "http://127.0.0.1:1"), LINE));
  }

  private Said preview(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    var all = new HashMap<>(Product.surroundings(folder.resolve("data")));
    all.putAll(environment);
    var command = new ArrayList<>(List.of("./carillon", "schedule", "preview"));
    command.addAll(arguments);
    return Said.by(Repository.root(), all, command);
  }

  private static void refuses(int code, String about, Said said) {
    assertThat(said.err().lines())
        .singleElement()
        .asString()
        .startsWith("carillon: ")
        .contains(about);
    assertThat(said.code()).isEqualTo(code);
  }
}
