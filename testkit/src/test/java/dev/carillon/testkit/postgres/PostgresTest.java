package dev.carillon.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

  @Test
  void it_syncs_to_disk_and_keeps_databases_apart() throws SQLException {
    Postgres postgres = Postgres.shared();
    String one = postgres.createDatabase();
    String other = postgres.createDatabase();

    run(postgres, one, "CREATE TABLE bell(name text)");

    assertThat(ask(postgres, one, "SHOW fsync")).isEqualTo("on");
    assertThat(ask(postgres, one, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(ask(postgres, one, "SELECT to_regclass('bell')")).isEqualTo("bell");
    assertThat(ask(postgres, other, "SELECT to_regclass('bell') IS NULL")).isEqualTo("t");
    assertThat(Postgres.shared()).isSameAs(postgres);
  }

  @Test
  void what_was_committed_survives_a_kill() throws SQLException {
    try (Postgres postgres = Postgres.start()) {
      String database = postgres.createDatabase();
      run(postgres, database, "CREATE TABLE bell(name text)");
      run(postgres, database, "INSERT INTO bell VALUES ('Emmanuel')");
      int port = postgres.port();

      postgres.kill();
      assertThatThrownBy(() -> ask(postgres, database, "SELECT 1"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(postgres::kill).hasMessageContaining("restart()");
      postgres.restart();

      assertThat(postgres.port()).isEqualTo(port);
      assertThat(ask(postgres, database, "SELECT name FROM bell")).isEqualTo("Emmanuel");
    }
  }

  @Test
  void a_server_shut_down_in_order_starts_again() throws SQLException {
    try (Postgres postgres = Postgres.start()) {
      String database = postgres.createDatabase();
      assertThatThrownBy(postgres::restart).hasMessageContaining("kill()");
      postgres.shutDown();
      assertThatThrownBy(() -> ask(postgres, database, "SELECT 1"))
          .isInstanceOf(SQLException.class);
      postgres.restart();
      assertThat(ask(postgres, database, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void a_stopped_server_leaves_no_process_and_no_folder() throws SQLException {
    Postgres postgres = Postgres.start();
    long pid = postgres.pid();
    Path data = Path.of(ask(postgres, "postgres", "SHOW data_directory"));
    assertThat(ProcessHandle.of(pid)).isPresent();

    postgres.stop();

    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(Files.exists(data.getParent())).isFalse();
  }

  @Test
  void a_killed_process_takes_its_server_along() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PostgresAlone.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long pid = Long.parseLong(process.inputReader().readLine());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();

    process.destroyForcibly();

    assertThat(server.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void a_server_that_does_not_start_shows_its_log() {
    assertThatThrownBy(() -> Postgres.start(List.of("no_such_setting=on")))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("no_such_setting");
  }

  @Test
  void a_machine_without_postgresql_is_told_what_to_install(@TempDir Path empty) {
    assertThatThrownBy(() -> Binaries.folder(empty, empty.toString()))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("install Debian's package postgresql");
  }

  @Test
  void the_newest_of_several_versions_is_taken(@TempDir Path debian) throws Exception {
    for (String version : new String[] {"9", "15", "17"}) {
      Path bin = Files.createDirectories(debian.resolve(version).resolve("bin"));
      if (!"17".equals(version)) {
        assertThat(Files.createFile(bin.resolve("initdb")).toFile().setExecutable(true)).isTrue();
        assertThat(Files.createFile(bin.resolve("pg_ctl")).toFile().setExecutable(true)).isTrue();
      }
    }
    assertThat(Binaries.folder(debian, "")).isEqualTo(debian.resolve("15").resolve("bin"));
    assertThat(Binaries.folder(debian.resolve("none"), debian.resolve("9/bin").toString()))
        .isEqualTo(debian.resolve("9").resolve("bin"));
  }

  private static void run(Postgres postgres, String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Postgres postgres, String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
