package dev.carillon.acceptance.crash;

import java.nio.ByteBuffer;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the planned lines by SQL, past all of the product's own code. */
final class Book {
  private static final int SUCCEEDED = 11;

  private static final String LINES =
      """
      SELECT run_id, schedule_id, nominal_at, CAST(NULL AS bigint) AS until_at, 1 AS covers, reason, state
        FROM live WHERE kind IN (1, 4)
      UNION ALL
      SELECT run_id, schedule_id, nominal_at, until_at, covers, reason, state
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

  /** The first instant of each schedule that is not yet in the ledger. */
  static Map<UUID, Instant> cursors(String jdbcUrl) throws SQLException {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT schedule_id, cursor_at FROM clock")) {
      var cursors = new HashMap<UUID, Instant>();
      while (rows.next()) {
        cursors.put(id(rows, "schedule_id"), Instant.ofEpochMilli(rows.getLong("cursor_at")));
      }
      return cursors;
    }
  }

  /** How many runs have not ended. */
  static int live(String jdbcUrl) throws SQLException {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM live")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static BookedLine line(ResultSet row) throws SQLException {
    var state = row.getInt("state");
    var until = row.getLong("until_at");
    var range = !row.wasNull();
    return new BookedLine(
        id(row, "run_id"),
        id(row, "schedule_id"),
        Instant.ofEpochMilli(row.getLong("nominal_at")),
        range ? Optional.of(Instant.ofEpochMilli(until)) : Optional.empty(),
        row.getLong("covers"),
        row.getString("reason"),
        state >= SUCCEEDED,
        state == SUCCEEDED);
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
