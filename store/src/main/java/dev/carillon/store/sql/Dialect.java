package dev.carillon.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What differs between the two databases within one statement. */
public interface Dialect {
  /** The word by which the migrations of this database are found. */
  String word();

  /** Binds an id in the form in which this database keeps ids. */
  void bind(PreparedStatement statement, int index, UUID id) throws SQLException;

  /** Binds no id. */
  void bindNoId(PreparedStatement statement, int index) throws SQLException;

  /** Reads an id from a column. */
  Optional<UUID> id(ResultSet row, String column) throws SQLException;

  /** Added to a SELECT: locks the rows and waits for them. Empty where there is one writer. */
  String locked();

  /** Added to a SELECT: locks the rows that are free and passes over the others. */
  String lockedIfFree();

  /** Added to a SELECT: keeps a row from being changed until the end of the transaction. */
  String shared();
}
