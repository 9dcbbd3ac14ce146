package dev.carillon.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.carillon.engine.store.StoreException;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.testkit.postgres.Postgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class PostgresTransactionsTest {
  private static final String AGENT =
      """
      INSERT INTO agent (tenant_no, owner_no, name, timeout_seconds, created_at, updated_at)
      VALUES (1, 1, 'clerk', 60, 0, 0)
      """;

  private final Postgres postgres = Postgres.shared();

  @Test
  void no_connection_waits_without_a_limit() {
    try (var store = open(fresh())) {
      assertThat(setting(store, "statement_timeout")).isEqualTo("8s");
      assertThat(setting(store, "lock_timeout")).isEqualTo("5s");
      assertThat(setting(store, "idle_in_transaction_session_timeout")).isEqualTo("2s");
      assertThat(setting(store, "plan_cache_mode")).isEqualTo("force_generic_plan");
      assertThat(setting(store, "transaction_isolation")).isEqualTo("read committed");
    }
  }

  @Test
  void options_of_the_url_take_none_of_the_limits_away() {
    var url = fresh();
    var mark = url.contains("?") ? "&" : "?";
    var options = "options=-c%20search_path=public%20-c%20synchronous_commit=off";
    try (var store = open(url + mark + options)) {
      assertThat(setting(store, "search_path")).isEqualTo("public");
      assertThat(setting(store, "statement_timeout")).isEqualTo("8s");
      assertThat(setting(store, "plan_cache_mode")).isEqualTo("force_generic_plan");
      assertThat(setting(store, "synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void a_database_that_waits_for_more_than_its_own_disk_goes_on_to_do_so() {
    var url = fresh();
    var mark = url.contains("?") ? "&" : "?";
    try (var store = open(url + mark + "options=-c%20synchronous_commit=remote_write")) {
      assertThat(setting(store, "synchronous_commit")).isEqualTo("remote_write");
    }
  }

  @Test
  void who_only_reads_cannot_write() {
    try (var store = open(fresh())) {
      assertThatThrownBy(() -> store.read(Lane.PEOPLE, sql -> sql.of(AGENT).update()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("read-only");
      assertThat(store.<Integer>write(Lane.PEOPLE, sql -> sql.of(AGENT).update())).isEqualTo(1);
    }
  }

  @Test
  void what_failed_has_changed_nothing() {
    try (var store = open(fresh())) {
      assertThatThrownBy(() ->
              store.write(
                  Lane.PEOPLE,
                  sql -> {
                    sql.of(AGENT).update();
                    throw new IllegalStateException("no");
                  }))
          .hasMessage("no");
      assertThat(store.<Boolean>read(Lane.PEOPLE, sql -> sql.of("SELECT name FROM agent").any()))
          .isFalse();
    }
  }

  @Test
  void the_time_is_the_database_s_own_unless_a_test_tells_another() throws SQLException {
    var url = fresh();
    try (var store = open(url);
        var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT (extract(epoch FROM now()) * 1000)::bigint AS n")) {
      rows.next();
      var now = Instant.ofEpochMilli(rows.getLong("n"));
      assertThat(store.<Instant>read(Lane.PEOPLE, sql -> sql.now()))
          .isCloseTo(now, within(10, ChronoUnit.SECONDS));
    }
  }

  @Test
  void nodes_that_start_at_once_on_an_empty_database_all_come_up() {
    var url = fresh();
    var one = CompletableFuture.supplyAsync(() -> open(url), PostgresTransactionsTest::start);
    var two = CompletableFuture.supplyAsync(() -> open(url), PostgresTransactionsTest::start);
    var three = CompletableFuture.supplyAsync(() -> open(url), PostgresTransactionsTest::start);
    one.join().close();
    two.join().close();
    three.join().close();
  }

  @Test
  void a_database_of_a_newer_version_is_refused_and_left_as_it_is() throws SQLException {
    var url = fresh();
    open(url).close();
    change(
        url,
        """
        INSERT INTO flyway_schema_history
        SELECT 99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'x', now(), 1,
               true
        """);
    assertThatThrownBy(() -> open(url))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer Carillon")
        .hasMessageContaining("99")
        .hasMessageNotContaining("user=");
  }

  @Test
  void a_database_that_is_not_there_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> open(postgres.jdbcUrl("nowhere")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("/nowhere")
        .hasMessageContaining("createdb");
  }

  @Test
  void a_host_that_does_not_answer_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:1/carillon"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("127.0.0.1:1/carillon")
        .hasMessageContaining("cannot be reached");
    assertThatThrownBy(() -> open("jdbc:postgresql://no-such-host.invalid/carillon"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void a_wrong_password_is_refused_with_what_to_do_and_without_telling_it() throws SQLException {
    try (var own = Postgres.start()) {
      var url = own.jdbcUrl(own.createDatabase());
      change(url, "CREATE ROLE bob LOGIN PASSWORD 'right'");
      requirePasswordOf(url, "bob");
      var place = url.substring(0, url.indexOf('?'));
      var wrong = new PostgresSettings(place, Optional.of("bob"), Optional.of("w-r-o-n-g"));
      assertThatThrownBy(() -> PostgresTransactions.open(wrong, Optional.empty()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(place)
          .hasMessageContaining("CARILLON_DB_PASSWORD")
          .hasMessageNotContaining("w-r-o-n-g");
      assertThat(wrong.toString()).doesNotContain("w-r-o-n-g");
    }
  }

  @Test
  void a_server_that_was_killed_is_away_and_after_its_restart_all_goes_on() {
    try (var own = Postgres.start()) {
      var url = own.jdbcUrl(own.createDatabase());
      try (var store = open(url)) {
        store.write(Lane.PEOPLE, sql -> sql.of(AGENT).update());
        own.kill();
        assertThatThrownBy(
                () -> store.write(Lane.PEOPLE, sql -> sql.of("DELETE FROM agent").update()))
            .isInstanceOf(StoreException.Away.class);
        own.restart();
        assertThat(eventually(store)).isTrue();
      }
    }
  }

  /** The pool may hand out connections that broke before it notices. */
  private static boolean eventually(PostgresTransactions store) {
    for (var tries = 0; ; tries++) {
      try {
        return store.read(Lane.PEOPLE, sql -> sql.of("SELECT name FROM agent").any());
      } catch (StoreException.Away away) {
        assertThat(tries).isLessThan(20);
      }
    }
  }

  private static void start(Runnable task) {
    Thread.ofPlatform().daemon().start(task);
  }

  private String fresh() {
    return postgres.jdbcUrl(postgres.createDatabase());
  }

  private static PostgresTransactions open(String url) {
    return PostgresTransactions.open(
        new PostgresSettings(url, Optional.empty(), Optional.empty()), Optional.empty());
  }

  private static String setting(PostgresTransactions store, String name) {
    return store.write(
        Lane.CHORES,
        sql ->
            sql.of("SELECT current_setting(?) AS value")
                .text(name)
                .one(row -> row.text("value"))
                .orElseThrow());
  }

  private static void change(String url, String text) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** Rewrites the server's list of who may come in, and how, by the server's own hand. */
  private static void requirePasswordOf(String url, String role) throws SQLException {
    change(
        url,
        """
        DO $$ BEGIN
          EXECUTE format(
            'COPY (SELECT line FROM (VALUES (1, %L), (2, %L)) AS t(n, line) ORDER BY n) TO %L',
            'host all ROLE 127.0.0.1/32 scram-sha-256', 'host all all 127.0.0.1/32 trust',
            current_setting('hba_file'));
          PERFORM pg_reload_conf();
        END $$
        """
            .replace("ROLE", role));
  }
}
