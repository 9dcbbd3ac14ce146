package dev.carillon.api.json;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/**
 * How much JSON a body may hold. The parser stops at most of it; what it has no limit for is looked
 * for in the tree.
 */
final class Limits {
  private static final int LARGEST_BODY = 1_048_576;
  private static final int DEEPEST = 64;
  private static final int LONGEST_NAME = 1_024;
  private static final int LONGEST_NUMBER = 100;
  private static final int MOST_TOKENS = 200_000;

  /** What the parser calls a limit, and how people hear of it. */
  private static final Map<String, String> WORDS =
      Map.of(
          "Document nesting depth", "objects and arrays are nested at most " + DEEPEST + " deep",
          "Name length", "the name of a field has at most " + LONGEST_NAME + " characters",
          "Number value length", "a number has at most " + LONGEST_NUMBER + " digits",
          "Token count", "there are at most " + MOST_TOKENS + " names and values",
          "String value length", "a body is at most 1 MiB",
          "Document length", "a body is at most 1 MiB");

  static final StreamReadConstraints OF_THE_PARSER =
      StreamReadConstraints.builder()
          .maxDocumentLength(LARGEST_BODY)
          .maxNestingDepth(DEEPEST)
          .maxStringLength(LARGEST_BODY)
          .maxNameLength(LONGEST_NAME)
          .maxNumberLength(LONGEST_NUMBER)
          .maxTokenCount(MOST_TOKENS)
          .build();

  private static final int LONGEST_ARRAY = 1_000;

  /** Written out in plain digits, a number with a larger exponent would fill the memory. */
  private static final int LARGEST_EXPONENT = 100;

  private Limits() {}

  /** A place beyond a limit. */
  record Beyond(String pointer, String words) {}

  /** The parser's complaint in our words. */
  static String words(StreamConstraintsException complaint) {
    return WORDS.entrySet().stream()
        .filter(known -> String.valueOf(complaint.getOriginalMessage()).startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("it is too large");
  }

  static Optional<Beyond> beyond(JsonNode node) {
    return beyond(node, "");
  }

  private static Optional<Beyond> beyond(JsonNode node, String pointer) {
    if (node.isArray()) {
      return ofArray(node, pointer);
    }
    if (node.isObject()) {
      return node.properties().stream()
          .map(field -> beyond(field.getValue(), pointer + "/" + Pointers.escape(field.getKey())))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (node.isString() && !storable(node.stringValue())) {
      return Optional.of(
          new Beyond(pointer, "this text has a NUL or half a character, which cannot be kept"));
    }
    if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) > LARGEST_EXPONENT) {
      return Optional.of(new Beyond(pointer, "the exponent of this number is too large"));
    }
    return Optional.empty();
  }

  /** No database keeps NUL, and half a surrogate pair is no character. */
  private static boolean storable(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  private static Optional<Beyond> ofArray(JsonNode array, String pointer) {
    if (array.size() > LONGEST_ARRAY) {
      return Optional.of(
          new Beyond(pointer, "an array has at most " + LONGEST_ARRAY + " entries here"));
    }
    for (var i = 0; i < array.size(); i++) {
      var found = beyond(array.path(i), pointer + "/" + i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
