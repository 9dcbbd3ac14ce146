package dev.carillon.store.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.engine.store.Activity;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.Store;
import dev.carillon.store.Stores;
import dev.carillon.store.postgres.PostgresSettings;
import dev.carillon.testkit.postgres.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In PostgreSQL a number is handed out before its transaction commits; two writers interleave here
 * statement by statement.
 */
final class OvertakingTest {
  private static final Scope ALL = new Scope(1, OptionalInt.empty());

  private String url = "";
  private Store store;
  private ActivityStore stream;

  @BeforeEach
  void open() {
    var postgres = Postgres.shared();
    url = postgres.jdbcUrl(postgres.createDatabase());
    store =
        Stores.postgres(
            new PostgresSettings(url, Optional.empty(), Optional.empty()), Optional.empty());
    stream = store.activity();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_row_that_still_runs_is_not_overtaken_by_younger_transactions() throws SQLException {
    try (var first = writer();
        var second = writer()) {
      write(first, "slow");
      write(second, "quick");
      second.commit();
      assertThat(stream.after(0, 10)).isEmpty();
      assertThat(stream.last()).isZero();
      assertThat(stream.before(ALL, Long.MAX_VALUE, 10)).isEmpty();
      first.commit();
      assertThat(notes(stream.after(0, 10))).containsExactly("slow", "quick");
      assertThat(notes(stream.before(ALL, Long.MAX_VALUE, 10))).containsExactly("quick", "slow");
    }
  }

  @Test
  void a_smaller_number_that_commits_later_is_not_missed() throws SQLException {
    try (var older = writer();
        var younger = writer()) {
      takesItsPlace(older);
      write(younger, "smaller number");
      write(older, "greater number");
      older.commit();
      var read = new ArrayList<>(stream.after(0, 10));
      assertThat(notes(read)).containsExactly("greater number");
      assertThat(stream.last()).isEqualTo(read.getLast().seq());
      younger.commit();
      var next = stream.after(read.getLast().seq(), 10);
      assertThat(notes(next)).containsExactly("smaller number");
      assertThat(next.getFirst().seq()).isLessThan(read.getLast().seq());
      assertThat(stream.after(next.getLast().seq(), 10)).isEmpty();
      assertThat(stream.last()).isEqualTo(next.getLast().seq());
      assertThat(stream.isToCome(read.getLast().seq())).isFalse();
      assertThat(notes(stream.after(ALL, read.getLast().seq(), 10)))
          .containsExactly("smaller number");
    }
  }

  @Test
  void going_back_shows_each_row_once() throws SQLException {
    try (var older = writer();
        var younger = writer()) {
      takesItsPlace(older);
      write(younger, "smaller number");
      write(older, "greater number");
      older.commit();
      younger.commit();
      var read = new ArrayList<String>();
      var before = Long.MAX_VALUE;
      for (var page = stream.before(ALL, before, 1);
          !page.isEmpty();
          page = stream.before(ALL, before, 1)) {
        read.addAll(notes(page));
        before = page.getLast().seq();
      }
      assertThat(read).containsExactly("smaller number", "greater number");
    }
  }

  @Test
  void a_writer_that_gave_up_holds_nobody_up() throws SQLException {
    try (var first = writer();
        var second = writer()) {
      write(first, "given up");
      write(second, "kept");
      second.commit();
      first.rollback();
      assertThat(notes(stream.after(0, 10))).containsExactly("kept");
    }
  }

  @Test
  void a_reader_goes_on_from_a_number_that_has_been_pruned() throws SQLException {
    try (var writer = writer()) {
      for (var note : List.of("pruned", "pruned too", "kept", "kept too")) {
        write(writer, note);
        writer.commit();
      }
      var all = stream.after(0, 10);
      try (var statement = writer.createStatement()) {
        statement.execute("DELETE FROM activity WHERE note LIKE 'pruned%'");
      }
      writer.commit();
      assertThat(notes(stream.after(all.get(1).seq(), 10))).containsExactly("kept", "kept too");
      assertThat(stream.before(ALL, all.get(1).seq(), 10)).isEmpty();
    }
  }

  private Connection writer() throws SQLException {
    var connection = DriverManager.getConnection(url);
    connection.setAutoCommit(false);
    return connection;
  }

  /** Takes the number of a transaction, as locking a row does in every transaction of the store. */
  private static void takesItsPlace(Connection writer) throws SQLException {
    try (var statement = writer.createStatement()) {
      statement.execute("SELECT pg_current_xact_id()");
    }
  }

  private static void write(Connection writer, String note) throws SQLException {
    try (var statement =
        writer.prepareStatement(
            """
            INSERT INTO activity (tenant_no, owner_no, at, type, actor, note)
            VALUES (1, 1, 0, 'carillon.test', 'ada', ?)
            """)) {
      statement.setString(1, note);
      statement.executeUpdate();
    }
  }

  private static List<String> notes(List<Activity> activities) {
    return activities.stream().map(Activity::note).toList();
  }
}
