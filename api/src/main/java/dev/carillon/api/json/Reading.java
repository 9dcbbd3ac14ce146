package dev.carillon.api.json;

import java.util.Optional;

/** What became of reading a body. */
public sealed interface Reading<T> {
  /** It was understood. */
  record Understood<T>(T value) implements Reading<T> {}

  /**
   * It was not.
   *
   * @param pointer the place in the body (RFC 6901); empty for the whole
   * @param words what is wrong there
   * @param line where the text itself is wrong, from 1
   */
  record Faulty<T>(
      Fault fault, String pointer, String words, Optional<Integer> line, Optional<Integer> column)
      implements Reading<T> {
    /** The words, after the line and the column that they are about. */
    public String placed() {
      var place = line.map(it -> "line " + it + column.map(c -> ", column " + c).orElse("") + ": ");
      return place.orElse("") + words;
    }
  }

  /** What can be wrong with a body. */
  enum Fault {
    /** It is no JSON. */
    MALFORMED,
    /** It goes beyond a limit. */
    BEYOND_LIMIT,
    /** It has a field that nobody knows. */
    UNKNOWN_FIELD,
    /** It has a value of the wrong type, or lacks one that is needed. */
    WRONG_TYPE
  }
}
