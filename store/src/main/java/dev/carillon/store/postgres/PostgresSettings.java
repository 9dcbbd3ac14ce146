package dev.carillon.store.postgres;

import java.util.Optional;

/** Where a PostgreSQL is and who asks; the URL may carry further parameters of the driver. */
public record PostgresSettings(String url, Optional<String> user, Optional<String> password) {
  /** The URL without its parameters, which may hold a password; for messages. */
  String place() {
    var parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public String toString() {
    return place();
  }
}
