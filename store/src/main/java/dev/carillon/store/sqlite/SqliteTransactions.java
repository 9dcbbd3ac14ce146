package dev.carillon.store.sqlite;

import dev.carillon.engine.store.StoreException;
import dev.carillon.store.migration.Migrations;
import dev.carillon.store.sql.Dialect;
import dev.carillon.store.sql.Share;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One SQLite file with its writer and a few readers. Shared by all threads. */
public final class SqliteTransactions implements Transactions {
  private static final int READERS_OF_PEOPLE = 3;
  private static final int READERS_OF_CALLS = 1;

  /** One for each loop of the engine. */
  private static final int READERS_OF_LOOPS = 6;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final int BUSY_MILLIS = 5_000;

  private final FolderLock lock;
  private final Connection writing;
  private final Writer writer;
  private final Readers ofPeople;
  private final Readers ofCalls;
  private final Readers ofLoops;
  private final Dialect dialect = new SqliteDialect();
  private final Sql.Now now;

  private SqliteTransactions(FolderLock lock, Path folder, InstantSource clock)
      throws SQLException {
    this.lock = lock;
    now = sql -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var database = database(folder.resolve("carillon.db"), false);
    new Migrations(database, dialect.word(), "the data folder " + folder.toAbsolutePath())
        .migrate();
    writing = database.getConnection();
    writer = new Writer(writing, new Sql(writing, dialect, now));
    var reading = database(folder.resolve("carillon.db"), true);
    ofPeople = new Readers(reading, READERS_OF_PEOPLE);
    ofCalls = new Readers(reading, READERS_OF_CALLS);
    ofLoops = new Readers(reading, READERS_OF_LOOPS);
  }

  /** Opens the store in this folder, which no other process may use until it is closed. */
  public static SqliteTransactions open(Path folder, InstantSource clock) {
    var lock = FolderLock.take(folder);
    try {
      return new SqliteTransactions(lock, folder, clock);
    } catch (SQLException failure) {
      lock.close();
      throw SqliteFailures.unchecked(failure);
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  @Override
  public <T> T write(Lane lane, Work<T> work) {
    return writer.write(lane, work);
  }

  @Override
  public <T> T read(Lane lane, Work<T> work) {
    return switch (lane) {
      case PEOPLE, CHORES -> ofPeople.read(work);
      case CALLS -> ofCalls.read(work);
      case PLAN, SETTLE -> ofLoops.read(work);
    };
  }

  @Override
  public void whenUndone(Runnable listener) {
    writer.whenUndone(listener);
  }

  @Override
  public void close() {
    writer.close();
    try {
      ofPeople.close();
      ofCalls.close();
      ofLoops.close();
      writing.close();
    } catch (SQLException failure) {
      throw new StoreException("the store could not be closed: " + failure.getMessage(), failure);
    } finally {
      lock.close();
    }
  }

  /** Reads within one transaction, so that several statements see the same state. */
  private <T> T read(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      return work.on(new Sql(connection, dialect, now));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** A few connections, each used by one thread at a time. */
  private final class Readers {
    private final Share share;
    private final ConcurrentLinkedQueue<Connection> free = new ConcurrentLinkedQueue<>();

    Readers(SQLiteDataSource database, int many) throws SQLException {
      share = new Share(many, LONGEST_WAIT);
      for (var i = 0; i < many; i++) {
        free.add(database.getConnection());
      }
    }

    <T> T read(Work<T> work) {
      try (var _ = share.take()) {
        var connection = free.remove();
        try {
          return SqliteTransactions.this.read(connection, work);
        } finally {
          free.add(connection);
        }
      } catch (SQLException failure) {
        throw SqliteFailures.unchecked(failure);
      }
    }

    void close() throws SQLException {
      for (var connection : free) {
        connection.close();
      }
    }
  }

  private static SQLiteDataSource database(Path file, boolean readOnly) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL: what is acknowledged survives a power cut, not only a crash.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setReadOnly(readOnly);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
