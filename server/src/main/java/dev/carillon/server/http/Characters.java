package dev.carillon.server.http;

/** Counts characters as people do, and as the contract's {@code maxLength} does. */
public final class Characters {
  private Characters() {}

  /** How many Unicode characters a text has: a bell is one, though Java keeps it in two. */
  public static int in(String text) {
    return text.codePointCount(0, text.length());
  }
}
