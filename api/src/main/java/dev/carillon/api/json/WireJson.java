package dev.carillon.api.json;

import dev.carillon.api.json.Reading.Fault;
import dev.carillon.api.json.Reading.Faulty;
import dev.carillon.api.json.Reading.Understood;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of the wire: snake_case, no nulls in answers, numbers in plain digits. Shared by all
 * threads.
 */
public final class WireJson {
  private static final JsonMapper STRICT =
      Mapping.common(
              JsonFactory.builder()
                  .streamReadConstraints(Limits.OF_THE_PARSER)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final JsonMapper LENIENT =
      Mapping.common(new JsonFactory())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private WireJson() {}

  /** Reads what somebody wrote to us: an object within the limits, without duplicate keys. */
  public static Reading<ObjectNode> object(byte[] body) {
    if (body.length == 0) {
      return faulty(Fault.MALFORMED, "", "the body is empty, and a JSON object is needed");
    }
    return understood(() -> STRICT.readTree(body), WireJson::withinLimits);
  }

  /** Makes a value out of a tree: every field is known, and every value of its type. */
  public static <T> Reading<T> bind(JsonNode tree, Class<T> type) {
    return understood(() -> STRICT.treeToValue(tree, type), Understood::new);
  }

  /** Reads an answer, in which a later server may say more than we know. */
  public static <T> T read(byte[] answer, Class<T> type) {
    return LENIENT.readValue(answer, type);
  }

  /** Reads JSON text that we wrote ourselves. */
  public static JsonNode tree(String text) {
    return LENIENT.readTree(text);
  }

  public static byte[] bytes(Object value) {
    return LENIENT.writeValueAsBytes(value);
  }

  public static String text(Object value) {
    return LENIENT.writeValueAsString(value);
  }

  /** The value as a tree, as it would be written. */
  public static ObjectNode treeOf(Object value) {
    return LENIENT.valueToTree(value);
  }

  /** An empty object. */
  public static ObjectNode emptyObject() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Reading<ObjectNode> withinLimits(JsonNode tree) {
    if (!(tree instanceof ObjectNode object)) {
      return faulty(Fault.WRONG_TYPE, "", "a JSON object is needed here");
    }
    return Limits.beyond(tree)
        .<Reading<ObjectNode>>map(
            beyond -> faulty(Fault.BEYOND_LIMIT, beyond.pointer(), beyond.words()))
        .orElseGet(() -> new Understood<>(object));
  }

  /** What Jackson throws becomes a value here and nowhere else. */
  private static <A, T> Reading<T> understood(Supplier<A> reader, Function<A, Reading<T>> then) {
    try {
      return then.apply(reader.get());
    } catch (StreamConstraintsException beyond) {
      return faulty(Fault.BEYOND_LIMIT, "", Limits.words(beyond));
    } catch (InputCoercionException tooLarge) {
      return Mismatches.faulty(tooLarge);
    } catch (StreamReadException malformed) {
      return Malformed.faulty(malformed);
    } catch (JacksonException mismatch) {
      return Mismatches.faulty(mismatch);
    }
  }

  static <T> Faulty<T> faulty(Fault fault, String pointer, String words) {
    return new Faulty<>(fault, pointer, words, Optional.empty(), Optional.empty());
  }
}
