package dev.carillon.api.problem;

import java.util.List;
import java.util.Optional;

/**
 * An error as a problem document (RFC 9457) with one sentence more.
 *
 * @param type a stable URI, such as {@code urn:carillon:problem:unknown-field}
 * @param error one sentence; where Shannon has a text for it, that one
 */
public record Problem(
    String type,
    String title,
    int status,
    Optional<String> detail,
    Optional<String> instance,
    String error,
    Optional<String> traceId,
    List<Entry> errors) {
  /** Before the name of every problem. */
  public static final String PREFIX = "urn:carillon:problem:";

  public Problem {
    errors = List.copyOf(errors);
  }

  /**
   * One thing that is wrong.
   *
   * @param pointer into the body (RFC 6901)
   * @param parameter the query parameter or header
   * @param line of malformed JSON, from 1
   */
  public record Entry(
      Optional<String> pointer,
      Optional<String> parameter,
      String detail,
      Optional<Integer> line,
      Optional<Integer> column) {
    /** Something at a place in the body. */
    public static Entry at(String pointer, String detail) {
      return new Entry(
          Optional.of(pointer), Optional.empty(), detail, Optional.empty(), Optional.empty());
    }

    /** Something with a query parameter or a header. */
    public static Entry ofParameter(String parameter, String detail) {
      return new Entry(
          Optional.empty(), Optional.of(parameter), detail, Optional.empty(), Optional.empty());
    }
  }
}
