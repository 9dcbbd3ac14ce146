package dev.carillon.testkit.store;

import dev.carillon.core.schedule.ScheduleId;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Looks at the tables of a store by SQL of its own, past everything that the store says of itself.
 * It can also damage them, as no store ever would. Guarded by itself.
 */
public final class Witness implements AutoCloseable {
  private static final List<String> TABLES =
      List.of(
          "live",
          "ledger",
          "run_detail",
          "clock",
          "schedule_version",
          "schedule",
          "node",
          "activity",
          "idempotency",
          "event_listener",
          "follower",
          "heard",
          "signal",
          "event",
          "agent",
          "calendar_version",
          "schedule_calendar",
          "calendar",
          "sign_in_link",
          "session",
          "api_key",
          "app_user",
          "tenant");

  private final Connection connection;
  private final boolean bytes;

  /**
   * @param jdbcUrl a connection of its own to the store's database
   */
  public Witness(String jdbcUrl) {
    try {
      connection = DriverManager.getConnection(jdbcUrl);
      bytes = connection.getMetaData().getDatabaseProductName().equals("SQLite");
    } catch (SQLException failure) {
      throw new IllegalStateException("the database cannot be looked at", failure);
    }
  }

  /** Empties every table. */
  public synchronized void clear() {
    TABLES.forEach(table -> change("DELETE FROM " + table));
  }

  /** All clocks, by their ids. */
  public List<ClockRow> clocks() {
    return rows("SELECT * FROM clock ORDER BY schedule_id", ClockRow::read);
  }

  /** The clock of a schedule. */
  public ClockRow clock(ScheduleId schedule) {
    return clocks().stream()
        .filter(clock -> clock.schedule().equals(schedule))
        .findFirst()
        .orElseThrow();
  }

  /** All live runs, by their ids. */
  public List<LiveRow> live() {
    return rows("SELECT * FROM live ORDER BY run_id", LiveRow::read);
  }

  /** The live runs of a schedule, by their ids. */
  public List<LiveRow> live(ScheduleId schedule) {
    return live().stream().filter(run -> run.schedule().equals(schedule)).toList();
  }

  /** All lines, by their ids. */
  public List<LineRow> lines() {
    return rows(
        """
        SELECT l.*, d.detail FROM ledger l LEFT JOIN run_detail d ON d.run_id = l.run_id
         ORDER BY l.run_id
        """,
        LineRow::read);
  }

  /** The lines of a schedule, by their ids. */
  public List<LineRow> lines(ScheduleId schedule) {
    return lines().stream().filter(line -> line.schedule().equals(schedule)).toList();
  }

  /** All activities, in their order. */
  public List<ActivityRow> activities() {
    return rows("SELECT * FROM activity ORDER BY seq", ActivityRow::read);
  }

  /** A number that the database answers. */
  public long number(String text) {
    return rows("SELECT (" + text + ") AS n", row -> row.number("n")).getFirst();
  }

  /** Breaks the stored definition of a schedule, in all its versions. */
  public void breakDefinition(ScheduleId schedule) {
    change("UPDATE schedule_version SET definition = '{}' WHERE schedule_id = ?", schedule.value());
  }

  /** Repeats the one line that there is so many times, under ids of its own. */
  public void repeatLine(int times) {
    var rest =
        """
        schedule_id, tenant_no, owner_no, version, kind, reason, state, nominal_at, until_at,
        covers, desired_at, queued_at, started_at, completed_at, attempt, epoch, lost, node,
        target, cost_source, cost_nanos, total_tokens
        """;
    change(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        INSERT INTO ledger (run_id, %s) SELECT %s, %s FROM n, (SELECT * FROM ledger LIMIT 1) l
        """
            .formatted(times, rest, bytes ? "randomblob(16)" : "gen_random_uuid()", rest));
  }

  /** Makes the database refuse every run with this message, until it is cured. */
  public void poison(String message) {
    if (bytes) {
      change(
          """
          CREATE TRIGGER poison BEFORE INSERT ON live WHEN NEW.message = '%s'
          BEGIN SELECT RAISE(ABORT, 'poisoned'); END
          """
              .formatted(message));
      return;
    }
    change("ALTER TABLE live ADD CONSTRAINT poison CHECK (message <> '" + message + "')");
  }

  /** Takes the poison away. */
  public void cure() {
    change(bytes ? "DROP TRIGGER poison" : "ALTER TABLE live DROP CONSTRAINT poison");
  }

  /** Sets the cursor of a schedule to an instant, even back. */
  public void setCursor(ScheduleId schedule, Instant at) {
    change(
        "UPDATE clock SET cursor_at = ?, wake_at = ? WHERE schedule_id = ?",
        at.toEpochMilli(),
        at.toEpochMilli(),
        schedule.value());
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IllegalStateException("the witness cannot leave", failure);
    }
  }

  private synchronized <T> List<T> rows(String text, Columns.Reader<T> reader) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(text)) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(new Columns(rows)));
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot see: " + text, failure);
    }
  }

  private synchronized void change(String text, Object... values) {
    try (var statement = connection.prepareStatement(text)) {
      for (var i = 0; i < values.length; i++) {
        bind(statement, i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot change: " + text, failure);
    }
  }

  private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (bytes && value instanceof UUID id) {
      statement.setBytes(
          index,
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array());
      return;
    }
    statement.setObject(index, value);
  }
}
