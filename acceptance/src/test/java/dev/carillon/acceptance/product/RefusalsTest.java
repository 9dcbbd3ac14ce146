package dev.carillon.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.crash.Rest;
import dev.carillon.acceptance.launch.Said;
import dev.carillon.acceptance.repository.Repository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says when it cannot do what it was asked: one sentence and a code. */
class RefusalsTest {

  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final int IN_CONFLICT = 4;

  /** What the launcher says the first time, whichever test is the first. */
  private static final String RECORDING = "carillon: recording how the server starts";

  @TempDir Path folder;

  @Test
  void an_unknown_flag() throws Exception {
    refuses(
        NOT_UNDERSTOOD,
        "no option --prot; did you mean --port?",
        carillon(Map.of(), "server", "--prot", "8080"));
  }

  @Test
  void a_port_that_is_no_port() throws Exception {
    refuses(
        NOT_UNDERSTOOD,
        "--port is a whole number from 0 to 65535, not 'http'",
        carillon(Map.of(), "server", "--port", "http"));
  }

  @Test
  void a_port_in_use() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Said said = carillon(Map.of(), "server", "--port", port);
      refuses(IN_CONFLICT, "port " + port + ", for it is in use", said);
    }
    try (Product free = Product.start(data())) {
      assertThat(new Rest(free.address(), free.adminKey()).send("GET", "/api/v1/schedules", ""))
          .contains("\"total_count\":0");
    }
  }

  @Test
  void an_address_that_is_not_of_this_machine() throws Exception {
    Said said = carillon(Map.of(), "server", "--bind", "192.0.2.1", "--insecure");
    refuses(FAILED, "this machine has no such address", said);
  }

  @Test
  void a_name_without_an_address() throws Exception {
    Said said = carillon(Map.of(), "server", "--bind", "nowhere.invalid", "--insecure");
    refuses(FAILED, "the name has no address", said);
  }

  @Test
  void a_file_with_a_setting_that_is_none() throws Exception {
    String file = Files.writeString(folder.resolve("own.yaml"), "prot: 8080\n").toString();
    Said said = carillon(Map.of(), "server", "--config", file);
    refuses(NOT_UNDERSTOOD, "no setting prot, which " + file + " has; did you mean port?", said);
  }

  @Test
  void a_certificate_that_is_not_there() throws Exception {
    String cert = folder.resolve("cert.pem").toString();
    Said said = carillon(Map.of(), "server", "--tls-cert", cert, "--tls-key", cert);
    refuses(FAILED, "cert.pem cannot be read", said);
  }

  @Test
  void a_variable_that_looks_like_ours_and_is_none() throws Exception {
    Map<String, String> variables =
        Map.of("CARILLON_ADMIN_KYE", "a secret of theirs", "CARILLON_DB_URL", "jdbc:postgresql:x@");
    assertThat(carillon(variables, "server").err())
        .contains("no variable CARILLON_ADMIN_KYE")
        .contains("did you mean CARILLON_ADMIN_KEY?");
  }

  @Test
  void a_database_in_a_file_that_is_no_postgresql() throws Exception {
    String file = Files.writeString(folder.resolve("url"), "jdbc:mysql://x/y\n").toString();
    refuses(
        NOT_UNDERSTOOD,
        "jdbc:postgresql:",
        carillon(Map.of("CARILLON_DB_URL_FILE", file), "server"));
  }

  @Test
  void a_data_folder_that_cannot_be_made() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    String data = file.resolve("data").toString();
    refuses(FAILED, data, carillon(Map.of(), "server", "--data", data));
  }

  @Test
  void a_second_server_on_the_same_data_folder() throws Exception {
    try (Product first = Product.start(data())) {
      refuses(IN_CONFLICT, data().toString(), carillon(Map.of(), "server"));
      assertThat(first.terminate()).isZero();
    }
  }

  @Test
  void a_database_that_is_neither_of_the_two() throws Exception {
    String url = "jdbc:mysql://127.0.0.1/carillon";
    refuses(NOT_UNDERSTOOD, "jdbc:postgresql:", carillon(Map.of(), "server", "--db-url", url));
  }

  @Test
  void a_database_that_does_not_answer() throws Exception {
    String port = String.valueOf(freePort());
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/carillon";
    refuses(FAILED, port, carillon(Map.of(), "server", "--db-url", url));
  }

  @Test
  void an_address_that_others_reach_without_tls() throws Exception {
    refuses(NOT_UNDERSTOOD, "--insecure", carillon(Map.of(), "server", "--bind", "0.0.0.0"));
  }

  @Test
  void an_administrators_key_that_is_too_short() throws Exception {
    refuses(
        FAILED, "CARILLON_ADMIN_KEY", carillon(Map.of("CARILLON_ADMIN_KEY", "secret"), "server"));
  }

  @Test
  void a_port_in_the_environment_that_is_no_port() throws Exception {
    refuses(NOT_UNDERSTOOD, "'eighty'", carillon(Map.of("CARILLON_PORT", "eighty"), "server"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Said carillon(Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(Product.surroundings(data()));
    all.putAll(variables);
    List<String> command = new ArrayList<>(List.of("./carillon"));
    command.addAll(List.of(arguments));
    return Said.by(Repository.root(), all, command);
  }

  private static void refuses(int code, String about, Said said) {
    assertThat(said.err().lines())
        .filteredOn(line -> !line.startsWith("See: ") && !line.startsWith(RECORDING))
        .as(said.err())
        .singleElement()
        .asString()
        .startsWith("carillon: ")
        .contains(about);
    assertThat(said.out()).doesNotContain("ready");
    assertThat(said.code()).isEqualTo(code);
  }
}
