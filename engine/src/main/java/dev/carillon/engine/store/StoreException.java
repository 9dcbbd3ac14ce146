package dev.carillon.engine.store;

/** A transaction that did not happen, or of which nobody knows whether it did. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Another process has what the store needs for itself. */
  public static final class Taken extends StoreException {
    private static final long serialVersionUID = 1L;

    public Taken(String message) {
      super(message);
    }
  }

  /** The database refused what was to be written: the same rows will be refused again. */
  public static final class BadRow extends StoreException {
    private static final long serialVersionUID = 1L;

    public BadRow(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The database could not be reached or gave up; the same transaction may succeed later. */
  public static final class Away extends StoreException {
    private static final long serialVersionUID = 1L;

    public Away(String message) {
      super(message);
    }

    public Away(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
