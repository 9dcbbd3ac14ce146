package dev.carillon.targets.agent;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** JSON as agents write it: a Python agent's NaN is read, so that it can be called unknown. */
final class Json {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxDocumentLength(BodyReader.MOST)
          .maxStringLength(BodyReader.MOST)
          .maxNestingDepth(100)
          .maxNumberLength(1_000)
          .maxTokenCount(200_000)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static StringNode string(String text) {
    return StringNode.valueOf(text);
  }

  /**
   * Reads one value and nothing behind it.
   *
   * @throws tools.jackson.core.JacksonException when the text is not JSON or too much of it
   */
  static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  static byte[] write(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  /** The value as JSON text. */
  static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }
}
