package dev.carillon.server.http;

import java.util.Map;

/** The headers that guard a browser; they stand on every answer (OWASP ASVS 5.0, 3.4). */
final class Guarding {
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
              + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
              + "object-src 'none'; frame-ancestors 'none'; form-action 'self'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=()");

  /** For a year (RFC 6797); a browser that saw this over TLS asks no other way. */
  static final String ONLY_TLS = "max-age=31536000";

  /** What is not said to be kept is not kept. */
  static final String NO_STORE = "no-store";

  private Guarding() {}
}
