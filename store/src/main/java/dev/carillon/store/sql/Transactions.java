package dev.carillon.store.sql;

import java.sql.SQLException;

/**
 * Runs work in transactions of one database. When it answers, the work is committed and durable;
 * when it throws, nothing of it happened, unless the reply to the commit was lost.
 */
public interface Transactions extends AutoCloseable {
  /** Runs work that changes rows. Work may be run again, so it changes nothing but rows. */
  <T> T write(Lane lane, Work<T> work);

  /** Runs work that only reads. */
  <T> T read(Lane lane, Work<T> work);

  /**
   * Names who is told, before any other work runs, that works which others may have read within the
   * same transaction were undone. Only where works share a transaction.
   */
  default void whenUndone(Runnable listener) {}

  @Override
  void close();

  /** Work within one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Sql sql) throws SQLException;
  }

  /**
   * Which work goes first where one writer does all of it, in order of urgency; and who shares
   * connections, so that nobody's reading holds up what is due.
   */
  enum Lane {
    PLAN,
    SETTLE,
    /** What each call of a target reads before it is made, and a look whether the store answers. */
    CALLS,
    PEOPLE,
    CHORES
  }
}
