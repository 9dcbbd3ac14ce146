package dev.carillon.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One statement with its parameters, bound in the order of their question marks. Run once. */
public final class Query {
  private final Connection connection;
  private final Dialect dialect;
  private final String text;
  private int atOnce;
  private final List<Binding> bindings = new ArrayList<>();

  Query(Connection connection, Dialect dialect, String text) {
    this.connection = connection;
    this.dialect = dialect;
    this.text = text;
  }

  /** Puts one value into a statement. */
  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement, int index) throws SQLException;
  }

  public Query id(UUID id) {
    return with((statement, index) -> dialect.bind(statement, index, id));
  }

  public Query id(Optional<UUID> id) {
    return id.map(this::id)
        .orElseGet(() -> with((statement, index) -> dialect.bindNoId(statement, index)));
  }

  public Query number(long number) {
    return with((statement, index) -> statement.setLong(index, number));
  }

  public Query number(OptionalLong number) {
    return number.isPresent() ? number(number.getAsLong()) : nothing(Types.BIGINT);
  }

  public Query integer(int number) {
    return with((statement, index) -> statement.setInt(index, number));
  }

  public Query flag(boolean flag) {
    return with((statement, index) -> statement.setBoolean(index, flag));
  }

  /** A text; the character 0, which PostgreSQL cannot keep, becomes the replacement character. */
  public Query text(String value) {
    var kept = value.replace('\0', '\uFFFD');
    return with((statement, index) -> statement.setString(index, kept));
  }

  public Query text(Optional<String> value) {
    return value.map(this::text).orElseGet(() -> nothing(Types.VARCHAR));
  }

  public Query instant(Instant instant) {
    return number(instant.toEpochMilli());
  }

  public Query instant(Optional<Instant> instant) {
    return instant.map(this::instant).orElseGet(() -> nothing(Types.BIGINT));
  }

  /** Rows are large: PostgreSQL sends a few of them at once, where it would send all of them. */
  public Query fewAtOnce() {
    atOnce = 8;
    return this;
  }

  /** Runs a change; answers how many rows it touched. */
  public int update() throws SQLException {
    try (var statement = prepared()) {
      return statement.executeUpdate();
    }
  }

  /** All rows of the answer. */
  public <T> List<T> list(Row.Reader<T> reader) throws SQLException {
    var found = new ArrayList<T>();
    try (var statement = prepared();
        var rows = statement.executeQuery()) {
      var row = new Row(rows, dialect);
      while (rows.next()) {
        found.add(reader.read(row));
      }
    }
    return found;
  }

  /** The only row of the answer, if there is one. */
  public <T> Optional<T> one(Row.Reader<T> reader) throws SQLException {
    var found = list(reader);
    if (found.size() > 1) {
      throw new IllegalStateException("one row expected, found " + found.size() + ": " + text);
    }
    return found.stream().findFirst();
  }

  /** Whether the answer has a row. */
  public boolean any() throws SQLException {
    return !list(row -> true).isEmpty();
  }

  private PreparedStatement prepared() throws SQLException {
    var statement = connection.prepareStatement(text);
    try {
      statement.setFetchSize(atOnce);
      bindTo(statement);
    } catch (SQLException | RuntimeException failure) {
      statement.close();
      throw failure;
    }
    return statement;
  }

  private void bindTo(PreparedStatement statement) throws SQLException {
    for (var i = 0; i < bindings.size(); i++) {
      bindings.get(i).bind(statement, i + 1);
    }
  }

  private Query nothing(int type) {
    return with((statement, index) -> statement.setNull(index, type));
  }

  private Query with(Binding binding) {
    bindings.add(binding);
    return this;
  }

  /** Sends one statement for many values in one go; answers how many rows each touched. */
  static <T> int[] each(
      Connection connection, Dialect dialect, String text, List<T> values, Filler<T> filler)
      throws SQLException {
    if (values.isEmpty()) {
      return new int[0];
    }
    try (var statement = connection.prepareStatement(text)) {
      for (var value : values) {
        var query = new Query(connection, dialect, text);
        filler.fill(query, value);
        query.bindTo(statement);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  /** Binds the parameters of one value. */
  @FunctionalInterface
  public interface Filler<T> {
    void fill(Query query, T value);
  }
}
