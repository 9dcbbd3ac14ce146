package dev.carillon.server.auth;

/** The cookie of a session. No script reads it, and no other site makes a browser send it. */
final class Cookie {
  static final String NAME = "carillon_session";
  private static final String GUARDED = "; Path=/; HttpOnly; SameSite=Strict";

  private Cookie() {}

  /** Sent over TLS alone, where it was given over TLS. */
  static String holding(String token, boolean overTls) {
    var secure = overTls ? "; Secure" : "";
    return NAME + "=" + token + GUARDED + secure + "; Max-Age=" + Sessions.LONGEST.toSeconds();
  }

  static String ended() {
    return NAME + "=" + GUARDED + "; Max-Age=0";
  }
}
