package dev.carillon.store.sql;

import dev.carillon.engine.store.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The conditions of a WHERE clause with their parameters, in order. Used by one thread. */
public final class Filter {
  private final List<String> conditions = new ArrayList<>();
  private final List<Consumer<Query>> parameters = new ArrayList<>();

  /** The rows that a scope sees: those of its tenant, and only its user's where it names one. */
  public static Filter seenBy(Scope scope) {
    return seenBy(scope, "");
  }

  /**
   * The rows of one table of several that a scope sees.
   *
   * @param table the table's name in the statement with its dot, such as {@code s.}
   */
  public static Filter seenBy(Scope scope, String table) {
    var filter = new Filter().and(table + "tenant_no = ?", one -> one.integer(scope.tenant()));
    scope.user().ifPresent(user -> filter.and(table + "owner_no = ?", one -> one.integer(user)));
    return filter;
  }

  /**
   * The rows of one table of several that a scope sees, found by the index that begins with {@link
   * #leader}. A number that stands twice in a list, and leads the order, keeps PostgreSQL from
   * walking a whole table in its order to find the few rows of one tenant: its plans are generic
   * and do not know that there are few.
   */
  public static Filter ledBy(Scope scope, String table) {
    var number = scope.user().orElse(scope.tenant());
    var filter =
        new Filter()
            .and(leader(scope, table) + " IN (?, ?)", one -> one.integer(number).integer(number));
    return scope.user().isEmpty()
        ? filter
        : filter.and("+" + table + "tenant_no = ?", one -> one.integer(scope.tenant()));
  }

  /** The column that the index for this scope begins with. */
  public static String leader(Scope scope, String table) {
    return table + (scope.user().isPresent() ? "owner_no" : "tenant_no");
  }

  /** Adds a condition whose question marks this binds. */
  public Filter and(String condition, Consumer<Query> bind) {
    conditions.add(condition);
    parameters.add(bind);
    return this;
  }

  /** Adds a condition without parameters. */
  public Filter and(String condition) {
    return and(condition, query -> {});
  }

  /** The clause, the word WHERE included. */
  public String clause() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /** Binds the parameters, where the clause stands in the statement. */
  public Query bind(Query query) {
    parameters.forEach(parameter -> parameter.accept(query));
    return query;
  }
}
