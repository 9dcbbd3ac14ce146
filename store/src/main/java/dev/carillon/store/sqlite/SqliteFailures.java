package dev.carillon.store.sqlite;

import dev.carillon.engine.store.StoreException;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Says what an error of SQLite means to the engine. */
final class SqliteFailures {
  /** The disk is full, fails or is gone, or another program holds the file: it may pass. */
  private static final Set<Integer> AWAY =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL.code,
          SQLiteErrorCode.SQLITE_IOERR.code,
          SQLiteErrorCode.SQLITE_BUSY.code,
          SQLiteErrorCode.SQLITE_LOCKED.code,
          SQLiteErrorCode.SQLITE_READONLY.code,
          SQLiteErrorCode.SQLITE_CANTOPEN.code);

  /** A value that cannot stand in its row. */
  private static final Set<Integer> BAD_ROW =
      Set.of(
          SQLiteErrorCode.SQLITE_CONSTRAINT.code,
          SQLiteErrorCode.SQLITE_MISMATCH.code,
          SQLiteErrorCode.SQLITE_TOOBIG.code);

  private static final int PRIMARY_CODE = 0xFF;

  private SqliteFailures() {}

  static RuntimeException unchecked(Throwable failure) {
    return switch (failure) {
      case SQLException sql when AWAY.contains(sql.getErrorCode() & PRIMARY_CODE) ->
          new StoreException.Away("SQLite cannot write: " + sql.getMessage(), sql);
      case SQLException sql when BAD_ROW.contains(sql.getErrorCode() & PRIMARY_CODE) ->
          new StoreException.BadRow("SQLite refused: " + sql.getMessage(), sql);
      case SQLException sql -> new StoreException("SQLite refused: " + sql.getMessage(), sql);
      case RuntimeException unchecked -> unchecked;
      default -> new StoreException("the writer failed: " + failure, failure);
    };
  }
}
