package dev.carillon.testkit.postgres;

/** PostgreSQL could not be found, started or reached; the message says what to do. */
public final class PostgresFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PostgresFailure(String message) {
    super(message);
  }

  PostgresFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
