package dev.carillon.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times of the wire: RFC 3339 with an offset, in the years that a calendar of people has. */
public final class Times {
  /** What a time must look like, in words. */
  public static final String WANTED =
      "a time from 1970 to 9999 with an offset, such as 2026-03-29T01:00:00Z,";

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Times() {}

  /** Reads a time. */
  public static Instant read(String text) {
    var time = OffsetDateTime.parse(text).toInstant();
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new DateTimeException("not a time of these years: " + text);
    }
    return time;
  }
}
