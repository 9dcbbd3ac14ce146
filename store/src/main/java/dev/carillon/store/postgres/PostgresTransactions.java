package dev.carillon.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.carillon.engine.store.StoreException;
import dev.carillon.store.migration.Migrations;
import dev.carillon.store.sql.Dialect;
import dev.carillon.store.sql.Share;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of connections to one PostgreSQL. Shared by all threads. */
public final class PostgresTransactions implements Transactions {
  private static final Logger log = LoggerFactory.getLogger(PostgresTransactions.class);
  private static final int OLDEST = 15;
  private static final int CONNECTIONS = 14;
  private static final int CONNECT_MILLIS = 3_000;
  private static final int TRIES = 5;

  /** What is left of the connections is for the seven loops of the engine, one each. */
  private static final int OF_PEOPLE = 5;

  private static final int OF_CALLS = 2;

  private static final String NOW =
      "SELECT (extract(epoch FROM statement_timestamp()) * 1000)::bigint AS now";

  /**
   * No wait without a limit: a frozen transaction is ended after 2 s, so that it cannot hold
   * clocks. A generic plan is forced because statistics from idle times make the planner sort what
   * is due. Said to each connection, for the URL may have options of its own, which the driver
   * would take in place of ours.
   */
  private static final String LIMITS =
      "SET statement_timeout = '8s'; SET lock_timeout = '5s';"
          + " SET idle_in_transaction_session_timeout = '2s';"
          + " SET plan_cache_mode = force_generic_plan;";

  private static final String NO_LIMITS = "SET statement_timeout = 0;";

  /** A database may have been told not to wait for its disk; what it acknowledges would be lost. */
  private static final String DURABLE =
      " SELECT set_config('synchronous_commit', 'on', false)"
          + " WHERE current_setting('synchronous_commit') = 'off'";

  private final HikariDataSource pool;
  private final Dialect dialect = new PostgresDialect();
  private final Sql.Now now;
  private final AtomicLong again = new AtomicLong();
  private final Share people = new Share(OF_PEOPLE, Duration.ofMillis(CONNECT_MILLIS));
  private final Share calls = new Share(OF_CALLS, Duration.ofMillis(CONNECT_MILLIS));

  private PostgresTransactions(PostgresSettings settings, Optional<InstantSource> clock) {
    pool = new HikariDataSource(config(settings, LIMITS));
    now = clock.<Sql.Now>map(PostgresTransactions::told).orElse(PostgresTransactions::asked);
  }

  /**
   * Opens the store in this database.
   *
   * @param clock in place of the database's own, for tests
   */
  public static PostgresTransactions open(
      PostgresSettings settings, Optional<InstantSource> clock) {
    refuseOld(settings);
    try (var patient = new HikariDataSource(patient(settings))) {
      new Migrations(patient, new PostgresDialect().word(), settings.place()).migrate();
    }
    return new PostgresTransactions(settings, clock);
  }

  @Override
  public <T> T write(Lane lane, Work<T> work) {
    try {
      for (var attempt = 1; ; attempt++) {
        try {
          return within(lane, work, false);
        } catch (SQLException failure) {
          if (attempt == TRIES || !PostgresFailures.worthAnotherTry(failure)) {
            throw failure;
          }
          again.incrementAndGet();
          log.warn("transaction runs again attempt={}: {}", attempt, failure.getMessage());
        }
      }
    } catch (SQLException failure) {
      throw PostgresFailures.unchecked(failure);
    }
  }

  @Override
  public <T> T read(Lane lane, Work<T> work) {
    try {
      return within(lane, work, true);
    } catch (SQLException failure) {
      throw PostgresFailures.unchecked(failure);
    }
  }

  /** How often a transaction had to run again because it met another one: it never should. */
  long again() {
    return again.get();
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T> T within(Lane lane, Work<T> work, boolean readOnly) throws SQLException {
    try (var _ = place(lane);
        var connection = pool.getConnection()) {
      connection.setReadOnly(readOnly);
      try {
        var result = work.on(new Sql(connection, dialect, now));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        undo(connection, failure);
        throw failure;
      }
    }
  }

  private Share.Place place(Lane lane) {
    return switch (lane) {
      case PEOPLE, CHORES -> people.take();
      case CALLS -> calls.take();
      case PLAN, SETTLE -> () -> {};
    };
  }

  private static void undo(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }

  private static Instant asked(Sql sql) throws SQLException {
    return sql.of(NOW).one(row -> row.instant("now")).orElseThrow();
  }

  private static Sql.Now told(InstantSource clock) {
    return sql -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static void refuseOld(PostgresSettings settings) {
    try (var connection = DriverManager.getConnection(settings.url(), properties(settings))) {
      var version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new StoreException(
            "PostgreSQL at %s is version %d: Carillon needs %d or newer"
                .formatted(settings.place(), version, OLDEST));
      }
    } catch (SQLException failure) {
      throw PostgresFailures.opening(settings, failure);
    }
  }

  private static HikariConfig config(PostgresSettings settings, String limits) {
    var config = new HikariConfig();
    config.setPoolName("carillon");
    config.setJdbcUrl(settings.url());
    config.setDataSourceProperties(properties(settings));
    config.setConnectionInitSql(limits + DURABLE);
    // Else the first transaction, rolled back, would take the limits with it.
    config.setIsolateInternalQueries(true);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setAutoCommit(false);
    return config;
  }

  /** Without limits of time: a migration may have a large table to change. */
  private static HikariConfig patient(PostgresSettings settings) {
    var config = config(settings, NO_LIMITS);
    config.addDataSourceProperty("socketTimeout", "0");
    config.setMaximumPoolSize(2);
    return config;
  }

  private static Properties properties(PostgresSettings settings) {
    var properties = new Properties();
    settings.user().ifPresent(user -> properties.setProperty("user", user));
    settings.password().ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("ApplicationName", "carillon");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "15");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("prepareThreshold", "1");
    return properties;
  }
}
