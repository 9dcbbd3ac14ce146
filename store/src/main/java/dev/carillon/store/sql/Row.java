package dev.carillon.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One row of an answer, its columns by name. Valid until the next row is read. */
public final class Row {
  private final ResultSet row;
  private final Dialect dialect;

  Row(ResultSet row, Dialect dialect) {
    this.row = row;
    this.dialect = dialect;
  }

  /** Reads a row into a value. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  public UUID id(String column) throws SQLException {
    return idIfAny(column).orElseThrow(() -> missing(column));
  }

  public Optional<UUID> idIfAny(String column) throws SQLException {
    return dialect.id(row, column);
  }

  public long number(String column) throws SQLException {
    return row.getLong(column);
  }

  public int integer(String column) throws SQLException {
    return row.getInt(column);
  }

  public OptionalLong numberIfAny(String column) throws SQLException {
    var number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  public boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  public String text(String column) throws SQLException {
    return textIfAny(column).orElseThrow(() -> missing(column));
  }

  public Optional<String> textIfAny(String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** An instant, which the databases keep as epoch milliseconds. */
  public Instant instant(String column) throws SQLException {
    return instantIfAny(column).orElseThrow(() -> missing(column));
  }

  public Optional<Instant> instantIfAny(String column) throws SQLException {
    var millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static IllegalStateException missing(String column) {
    return new IllegalStateException("the column " + column + " is null where it never should be");
  }
}
