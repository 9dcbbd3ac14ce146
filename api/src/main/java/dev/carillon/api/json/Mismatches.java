package dev.carillon.api.json;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.carillon.api.json.Reading.Fault;
import dev.carillon.api.json.Reading.Faulty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/** Says in words, and with a pointer, why a tree did not become a value. */
final class Mismatches {
  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(String.class, "a string"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(int.class, "a whole number"),
          Map.entry(Long.class, "a whole number"),
          Map.entry(long.class, "a whole number"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(ObjectNode.class, "an object"));

  private Mismatches() {}

  static <T> Faulty<T> faulty(JacksonException mismatch) {
    var pointer = Pointers.of(mismatch.getPath());
    return switch (mismatch) {
      case UnrecognizedPropertyException unknown ->
          WireJson.faulty(Fault.UNKNOWN_FIELD, pointer, unknown(unknown));
      case InvalidTypeIdException type ->
          WireJson.faulty(Fault.WRONG_TYPE, pointer + "/type", typeId(type));
      case InputCoercionException tooLarge ->
          WireJson.faulty(Fault.WRONG_TYPE, pointer, "this number is too large");
      case InvalidNullException _ ->
          WireJson.faulty(Fault.WRONG_TYPE, pointer, "null is no value here: leave it out");
      case MismatchedInputException more when isTrailing(more) -> Malformed.faulty(more);
      case MismatchedInputException other ->
          WireJson.faulty(Fault.WRONG_TYPE, pointer, words(other));
      default -> WireJson.faulty(Fault.WRONG_TYPE, pointer, mismatch.getOriginalMessage());
    };
  }

  private static boolean isTrailing(MismatchedInputException other) {
    return other.getOriginalMessage().startsWith("Trailing token");
  }

  private static String unknown(UnrecognizedPropertyException unknown) {
    var known = names(unknown.getKnownPropertyIds());
    return "unknown field"
        + Nearest.to(unknown.getPropertyName(), known)
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
  }

  private static String typeId(InvalidTypeIdException type) {
    var subtypes = type.getBaseType().getRawClass().getPermittedSubclasses();
    var known = subtypes == null ? "" : String.join(", ", typeNames(subtypes));
    var given = type.getTypeId() == null ? "is needed" : type.getTypeId() + " is not known here";
    return given + "; it is one of: " + known;
  }

  private static List<String> typeNames(Class<?>[] subtypes) {
    return Stream.of(subtypes)
        .map(subtype -> subtype.getAnnotation(JsonTypeName.class))
        .filter(Objects::nonNull)
        .map(JsonTypeName::value)
        .toList();
  }

  private static String words(MismatchedInputException other) {
    var target = Objects.requireNonNullElse(other.getTargetType(), Object.class);
    if (other.getOriginalMessage().startsWith("Null value for creator property")) {
      return "this field is needed";
    }
    if (target == Instant.class) {
      return Times.WANTED + " is needed";
    }
    if (WORDS.containsKey(target)) {
      return WORDS.get(target) + " is needed here";
    }
    if (Collection.class.isAssignableFrom(target)) {
      return "an array is needed here";
    }
    return "an object is needed here";
  }

  private static List<String> names(Collection<?> ids) {
    return ids == null ? List.of() : ids.stream().map(String::valueOf).toList();
  }
}
