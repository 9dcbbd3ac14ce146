package dev.carillon.server.configuration;

/** Something is set to what cannot be; the message is one sentence. */
public final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSetting(String sentence) {
    super(sentence);
  }
}
