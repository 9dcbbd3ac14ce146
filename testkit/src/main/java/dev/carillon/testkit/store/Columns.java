package dev.carillon.testkit.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.ScheduleId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of one row, read without the product's own code. */
final class Columns {
  private final ResultSet row;

  Columns(ResultSet row) {
    this.row = row;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Columns row) throws SQLException;
  }

  ScheduleId schedule() throws SQLException {
    return new ScheduleId(id("schedule_id").orElseThrow());
  }

  RunId run() throws SQLException {
    return new RunId(id("run_id").orElseThrow());
  }

  Optional<UUID> id(String column) throws SQLException {
    return Optional.ofNullable(uuid(row.getObject(column)));
  }

  int integer(String column) throws SQLException {
    return row.getInt(column);
  }

  long number(String column) throws SQLException {
    return row.getLong(column);
  }

  OptionalLong numberIfAny(String column) throws SQLException {
    var number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  String text(String column) throws SQLException {
    return textIfAny(column).orElseThrow();
  }

  Optional<String> textIfAny(String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  Instant instant(String column) throws SQLException {
    return instantIfAny(column).orElseThrow();
  }

  Optional<Instant> instantIfAny(String column) throws SQLException {
    var millis = numberIfAny(column);
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }

  /** PostgreSQL keeps an id as uuid, SQLite as 16 bytes. */
  private static @Nullable UUID uuid(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case UUID uuid -> uuid;
      case byte[] bytes -> {
        var buffer = ByteBuffer.wrap(bytes);
        yield new UUID(buffer.getLong(), buffer.getLong());
      }
      default -> throw new IllegalStateException("no id: " + value);
    };
  }
}
