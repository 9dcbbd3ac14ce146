package dev.carillon.server.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a request, or with us: each a stable type of problem. */
public enum Wrong {
  MALFORMED_BODY(400, "Malformed body"),
  BEYOND_LIMIT(400, "Beyond a limit"),
  UNKNOWN_FIELD(400, "Unknown field"),
  WRONG_VALUE(400, "Wrong value"),
  BAD_REQUEST(400, "Bad request"),
  SIGN_IN_NEEDED(401, "Sign-in needed"),
  NOT_ALLOWED(403, "Not allowed"),
  OTHER_ORIGIN(403, "From another origin"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  CONFLICT(409, "Conflict"),
  CHANGED_MEANWHILE(412, "Changed meanwhile"),
  TOO_LARGE(413, "Too large"),
  PATH_TOO_LONG(414, "Path too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  KEY_REUSED(422, "Idempotency key reused"),
  LIMIT_REACHED(429, "Limit reached"),
  HEADERS_TOO_LARGE(431, "Headers too large"),
  INTERNAL(500, "Internal error"),
  UNAVAILABLE(503, "Unavailable"),
  VERSION_NOT_SUPPORTED(505, "HTTP version not supported");

  private final int status;
  private final String title;

  Wrong(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What is wrong by a status that only one of them has. */
  static Optional<Wrong> of(int status) {
    var all = Arrays.stream(values()).filter(wrong -> wrong.status == status).toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** The last part of the problem's type. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
