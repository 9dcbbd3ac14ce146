package dev.carillon.acceptance.crash;

import java.nio.ByteBuffer;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the planned lines by SQL, past all of the product's own code. */
final class Book {
  private static final String LINES =
      """
      SELECT run_id, schedule_id, nominal_at, CAST(NULL AS bigint) AS until_at, 1 AS covers, reason, state,
             queued_at AS booked_at, CAST(NULL AS bigint) AS completed_at
        FROM live WHERE kind IN (1, 4)
      UNION ALL
      SELECT run_id, schedule_id, nominal_at, until_at, covers, reason, state,
             COALESCE(queued_at, completed_at), completed_at
        FROM ledger WHERE kind IN (1, 4)
      """;

  private Book() {}

  /** Every planned line, live or in the ledger. */
  static List<BookedLine> lines(String jdbcUrl) throws SQLException {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(LINES)) {
      var lines = new ArrayList<BookedLine>();
      while (rows.next()) {
        lines.add(line(rows));
      }
      return lines;
    }
  }

  /** Since when the oldest of those has waited or run that have not ended; empty when all have. */
  static Optional<Instant> oldestLive(String jdbcUrl) throws SQLException {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT min(queued_at) AS queued_at FROM live")) {
      return rows.next() ? instant(rows, "queued_at") : Optional.empty();
    }
  }

  private static BookedLine line(ResultSet row) throws SQLException {
    return new BookedLine(
        id(row, "run_id"),
        id(row, "schedule_id"),
        Instant.ofEpochMilli(row.getLong("nominal_at")),
        instant(row, "until_at"),
        row.getLong("covers"),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("booked_at")),
        instant(row, "completed_at"),
        BookedLine.Fate.of(row.getInt("state")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    var millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** SQLite keeps ids as bytes, PostgreSQL as what they are. */
  private static UUID id(ResultSet row, String column) throws SQLException {
    return switch (row.getObject(column)) {
      case UUID id -> id;
      case byte[] bytes -> {
        var buffer = ByteBuffer.wrap(bytes);
        yield new UUID(buffer.getLong(), buffer.getLong());
      }
      default -> throw new IllegalStateException("the column " + column + " holds no id");
    };
  }
}
