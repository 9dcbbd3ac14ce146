package dev.carillon.server.auth;

/** The cookie of a session. No script reads it, and no other site makes a browser send it. */
final class Cookie {
  static final String NAME = "carillon_session";
  private static final String GUARDED = "; Path=/; HttpOnly; SameSite=Strict";

  private Cookie() {}

  static String holding(String token) {
    return NAME + "=" + token + GUARDED + "; Max-Age=" + Sessions.LONGEST.toSeconds();
  }

  static String ended() {
    return NAME + "=" + GUARDED + "; Max-Age=0";
  }
}
