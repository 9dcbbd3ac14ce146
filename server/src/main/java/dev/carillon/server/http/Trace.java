package dev.carillon.server.http;

import java.util.Optional;
import java.util.regex.Pattern;

/** By what a request is found again, in logs and problems. */
final class Trace {
  /** W3C Trace Context: version, trace id, parent id, flags. */
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

  private static final String NO_TRACE = "0".repeat(32);
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int BYTES = 16;

  private Trace() {}

  /** The caller's own trace id when it sends one that can be read, else a new one. */
  static String id(Optional<String> traceparent, Draw draw) {
    return traceparent
        .map(TRACEPARENT::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(found -> found.group(1))
        .filter(id -> !id.equals(NO_TRACE))
        .orElseGet(() -> draw.hex(BYTES));
  }

  /** The caller's own request id when it is harmless, else the trace id. */
  static String requestId(Optional<String> sent, String traceId) {
    return sent.filter(id -> REQUEST_ID.matcher(id).matches()).orElse(traceId);
  }
}
