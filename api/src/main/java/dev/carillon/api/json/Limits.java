package dev.carillon.api.json;

import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;

/**
 * How much JSON a body may hold. The parser stops at most of it; what it has no limit for is looked
 * for in the tree.
 */
final class Limits {
  static final StreamReadConstraints OF_THE_PARSER =
      StreamReadConstraints.builder()
          .maxDocumentLength(1_048_576)
          .maxNestingDepth(64)
          .maxStringLength(262_144)
          .maxNameLength(1_024)
          .maxNumberLength(100)
          .maxTokenCount(200_000)
          .build();

  private static final int LONGEST_ARRAY = 1_000;

  /** Written out in plain digits, a number with a larger exponent would fill the memory. */
  private static final int LARGEST_EXPONENT = 100;

  private Limits() {}

  /** A place beyond a limit. */
  record Beyond(String pointer, String words) {}

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
    if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) > LARGEST_EXPONENT) {
      return Optional.of(new Beyond(pointer, "the exponent of this number is too large"));
    }
    return Optional.empty();
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
