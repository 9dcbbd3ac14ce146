package dev.carillon.store.postgres;

import dev.carillon.engine.store.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** Says what an error of PostgreSQL means to the engine, and to people. */
final class PostgresFailures {
  /** Connection lost, server going down or coming up, out of room, timeouts: it may pass. */
  private static final Set<String> AWAY = Set.of("08", "25", "53", "55", "57");

  /** A value that no column takes, a constraint broken, a row too large. */
  private static final Set<String> BAD_ROW = Set.of("22", "23", "54");

  private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");

  private PostgresFailures() {}

  /** Two transactions met; the one that was ended may simply be run again. */
  static boolean worthAnotherTry(SQLException failure) {
    return WORTH_ANOTHER_TRY.contains(state(failure));
  }

  static StoreException unchecked(SQLException failure) {
    if (failure instanceof SQLTransientConnectionException || isOf(AWAY, failure)) {
      return new StoreException.Away("PostgreSQL is away: " + failure.getMessage(), failure);
    }
    var said = "PostgreSQL refused: " + failure.getMessage();
    return isOf(BAD_ROW, failure)
        ? new StoreException.BadRow(said, failure)
        : new StoreException(said, failure);
  }

  /** Why the first connection failed, and what to do about it. */
  static StoreException opening(PostgresSettings settings, SQLException failure) {
    var why =
        switch (state(failure)) {
          case "28P01", "28000" ->
              "refused the user or the password: check CARILLON_DB_USER and CARILLON_DB_PASSWORD";
          case "3D000" -> "has no such database: create it first (createdb)";
          case "08001", "08004", "08006" ->
              "cannot be reached: is it running, and does the URL name the right host and port?";
          default -> "gave an error: " + failure.getMessage();
        };
    return new StoreException("PostgreSQL at " + settings.place() + " " + why, failure);
  }

  private static boolean isOf(Set<String> classes, SQLException failure) {
    return state(failure).length() > 2 && classes.contains(state(failure).substring(0, 2));
  }

  private static String state(SQLException failure) {
    return Optional.ofNullable(failure.getSQLState()).orElse("");
  }
}
