package dev.carillon.server.tls;

/** A certificate or its key cannot be used; the message says which, why, and what to do. */
public final class BadCertificate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCertificate(String sentence) {
    super(sentence);
  }
}
