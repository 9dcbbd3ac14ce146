package dev.carillon.store.postgres;

import dev.carillon.store.sql.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

/** PostgreSQL: ids are uuid, and rows are locked one by one. */
final class PostgresDialect implements Dialect {
  @Override
  public String word() {
    return "postgres";
  }

  @Override
  public void bind(PreparedStatement statement, int index, UUID id) throws SQLException {
    statement.setObject(index, id);
  }

  @Override
  public void bindNoId(PreparedStatement statement, int index) throws SQLException {
    statement.setNull(index, Types.OTHER);
  }

  @Override
  public Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  @Override
  public String locked() {
    return " FOR UPDATE";
  }

  @Override
  public String lockedIfFree() {
    return " FOR UPDATE SKIP LOCKED";
  }

  @Override
  public String shared() {
    return " FOR KEY SHARE";
  }
}
