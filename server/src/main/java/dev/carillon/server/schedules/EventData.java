package dev.carillon.server.schedules;

import dev.carillon.api.json.WireJson;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The data of an event as filters look at it. */
public record EventData(ObjectNode json) {
  /** The value at a place, which is a JSON Pointer (RFC 6901), if there is a scalar. */
  public Optional<String> at(String place) {
    return scalar(json.at(JsonPointer.compile(place)));
  }

  /** The one text of a scalar, however it is written: 1, 1.0 and 1e0 are the same number. */
  static Optional<String> scalar(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(value.decimalValue().stripTrailingZeros().toPlainString());
    }
    return value.isString() || value.isBoolean() || value.isNull()
        ? Optional.of(WireJson.text(value))
        : Optional.empty();
  }
}
