package dev.carillon.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The statements of one transaction. Used by one thread, and never after the transaction. */
public final class Sql {
  private final Connection connection;
  private final Dialect dialect;
  private final Now now;

  public Sql(Connection connection, Dialect dialect, Now now) {
    this.connection = connection;
    this.dialect = dialect;
    this.now = now;
  }

  /** Tells the database's time. */
  @FunctionalInterface
  public interface Now {
    Instant ask(Sql sql) throws SQLException;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The database's time in whole milliseconds, asked now: after the locks are held. */
  public Instant now() throws SQLException {
    return now.ask(this);
  }

  /** A statement whose parameters are yet to be bound. */
  public Query of(String text) {
    return new Query(connection, dialect, text);
  }

  /** Sends one statement for many values in one go; answers how many rows each touched. */
  public <T> int[] each(String text, List<T> values, Query.Filler<T> filler) throws SQLException {
    return Query.each(connection, dialect, text, values, filler);
  }

  /**
   * A statement that names many ids: the text has one {@code %s} for the list. The list is padded
   * to a power of two with its last id, so that the database meets few different texts.
   */
  public Query of(String text, Collection<UUID> ids) {
    var padded = new ArrayList<>(ids);
    while (Integer.bitCount(padded.size()) != 1) {
      padded.add(padded.getLast());
    }
    var query = of(text.formatted(String.join(", ", Collections.nCopies(padded.size(), "?"))));
    padded.forEach(query::id);
    return query;
  }
}
