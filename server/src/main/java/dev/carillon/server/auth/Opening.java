package dev.carillon.server.auth;

import java.util.Optional;

/** How a start found the installation, and so what it has to show. */
public sealed interface Opening {
  /**
   * It founded it.
   *
   * @param key the text of the first key, to be shown once; empty when the operator chose it
   */
  record Founded(Optional<String> key) implements Opening {}

  /**
   * Nobody has come in yet, so perhaps nobody has seen the first key: there is another.
   *
   * @param key its text, to be shown once; the former one is revoked
   */
  record Renewed(String key) implements Opening {}

  /** Somebody has come in, or knows the key that they chose. */
  record Known() implements Opening {}
}
