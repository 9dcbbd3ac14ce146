package dev.carillon.core.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of vectors, which come from independent implementations. */
public final class Vectors {
  private Vectors() {}

  public static JsonNode read(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Instant> instants(JsonNode array) {
    return array.valueStream().map(node -> Instant.parse(node.asString())).toList();
  }
}
