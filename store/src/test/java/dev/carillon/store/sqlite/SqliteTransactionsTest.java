package dev.carillon.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.engine.store.StoreException;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.testkit.clock.ManualClock;
import dev.carillon.testkit.store.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SqliteTransactionsTest {
  @TempDir private Path folder;

  @Test
  void the_writer_writes_ahead_and_syncs_every_commit_in_full() {
    try (var store = open()) {
      assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(store, "synchronous")).isEqualTo("2");
      assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
      assertThat(Integer.parseInt(pragma(store, "busy_timeout"))).isGreaterThanOrEqualTo(5_000);
    }
  }

  @Test
  void who_only_reads_cannot_write() {
    try (var store = open()) {
      assertThatThrownBy(() -> store.read(Lane.PEOPLE, sql -> sql.of("DELETE FROM agent").update()))
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void what_is_read_in_one_go_is_of_one_moment() {
    try (var store = open()) {
      store.<String>read(
          Lane.PEOPLE,
          sql -> {
            assertThat(sql.of("SELECT name FROM agent").any()).isFalse();
            store.write(Lane.PEOPLE, other -> other.of(AGENT).update());
            assertThat(sql.of("SELECT name FROM agent").any()).isFalse();
            return "";
          });
      assertThat(store.<Boolean>read(Lane.PEOPLE, sql -> sql.of("SELECT name FROM agent").any()))
          .isTrue();
    }
  }

  @Test
  void however_many_people_read_the_engine_reads_on() throws InterruptedException {
    try (var store = open();
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var reading = new CountDownLatch(3);
      var enough = new CountDownLatch(1);
      for (var i = 0; i < 3; i++) {
        people.execute(() ->
            store.read(
                Lane.PEOPLE,
                sql -> {
                  reading.countDown();
                  return waitFor(enough);
                }));
      }
      reading.await();
      assertThat(store.<Boolean>read(Lane.PLAN, sql -> sql.of("SELECT name FROM agent").any()))
          .isFalse();
      assertThatThrownBy(() -> store.read(Lane.PEOPLE, sql -> sql.of("SELECT 1 AS one").any()))
          .isInstanceOf(StoreException.Away.class);
      enough.countDown();
    }
  }

  private static boolean waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final String AGENT =
      """
      INSERT INTO agent (tenant_no, owner_no, name, timeout_seconds, created_at, updated_at)
      VALUES (1, 1, 'clerk', 60, 0, 0)
      """;

  @Test
  void a_second_store_in_the_same_folder_is_refused_with_a_sentence() {
    try (var store = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("is in use by another Carillon (process ")
          .hasMessageContaining("--data");
      assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
    }
    open().close();
  }

  @Test
  void a_second_process_on_the_same_folder_is_refused_with_a_sentence() throws IOException {
    var other = Opener.start(folder);
    try {
      assertThat(Opener.says(other)).isEqualTo("open");
      assertThatThrownBy(this::open).hasMessageContaining("(process " + other.pid() + ")");
    } finally {
      kill(other);
    }
  }

  @Test
  void a_killed_process_leaves_no_lock_behind() throws IOException {
    var other = Opener.start(folder);
    assertThat(Opener.says(other)).isEqualTo("open");
    kill(other);
    assertThat(Files.readString(folder.resolve("carillon.lock"))).isEqualTo("" + other.pid());
    open().close();
  }

  @Test
  void a_refused_try_does_not_loosen_the_lock() throws IOException {
    try (var store = open()) {
      assertThatThrownBy(this::open).isInstanceOf(StoreException.class);
      var other = Opener.start(folder);
      try {
        assertThat(Opener.says(other)).contains("is in use by another Carillon");
      } finally {
        kill(other);
      }
      assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
    }
  }

  @Test
  void a_folder_that_is_none_is_refused_with_a_sentence() throws IOException {
    var file = Files.createFile(folder.resolve("taken"));
    assertThatThrownBy(() -> SqliteTransactions.open(file, new ManualClock(Trial.START)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("is a file: move it away")
        .hasMessageContaining("--data");
  }

  @Test
  void a_file_that_is_no_database_is_refused_and_the_folder_is_free_again() throws IOException {
    var file = folder.resolve("carillon.db");
    Files.writeString(file, "not a database, but long enough to be looked at as one".repeat(99));
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a database");
    Files.delete(file);
    open().close();
  }

  @Test
  void a_database_of_a_newer_version_is_refused_and_left_as_it_is() throws SQLException {
    open().close();
    change(
        """
        INSERT INTO flyway_schema_history
        SELECT 99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'x',
               CURRENT_TIMESTAMP, 1, 1
        """);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer Carillon")
        .hasMessageContaining("99")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void what_was_written_is_there_after_closing() {
    try (var store = open()) {
      store.write(Lane.PEOPLE, sql -> sql.of(AGENT).update());
    }
    try (var store = open()) {
      assertThat(store.<Boolean>read(Lane.PEOPLE, sql -> sql.of("SELECT name FROM agent").any()))
          .isTrue();
    }
  }

  private SqliteTransactions open() {
    return SqliteTransactions.open(folder, new ManualClock(Trial.START));
  }

  private static String pragma(SqliteTransactions store, String name) {
    return store.write(
        Lane.CHORES,
        sql ->
            sql.of("PRAGMA " + name)
                .one(row -> row.text(name.equals("busy_timeout") ? "timeout" : name))
                .orElseThrow());
  }

  private void change(String text) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("carillon.db"));
        var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static void kill(Process process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}
