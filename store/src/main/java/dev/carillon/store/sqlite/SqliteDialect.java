package dev.carillon.store.sqlite;

import dev.carillon.store.sql.Dialect;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

/** SQLite: ids are 16 bytes, and with one writer no row needs a lock. */
final class SqliteDialect implements Dialect {
  private static final int ID_BYTES = 16;

  @Override
  public String word() {
    return "sqlite";
  }

  @Override
  public void bind(PreparedStatement statement, int index, UUID id) throws SQLException {
    statement.setBytes(
        index,
        ByteBuffer.allocate(ID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  @Override
  public void bindNoId(PreparedStatement statement, int index) throws SQLException {
    statement.setNull(index, Types.BLOB);
  }

  @Override
  public Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column))
        .map(ByteBuffer::wrap)
        .map(bytes -> new UUID(bytes.getLong(), bytes.getLong()));
  }

  @Override
  public String locked() {
    return "";
  }

  @Override
  public String lockedIfFree() {
    return "";
  }

  @Override
  public String shared() {
    return "";
  }
}
