package dev.carillon.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words of the wire that stand for the constants of an enum: the same, in lower case. */
public final class Choice {
  private Choice() {}

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The constant that a word stands for. */
  public static <E extends Enum<E>> Optional<E> named(Class<E> type, String word) {
    return constants(type).stream().filter(one -> word(one).equals(word)).findFirst();
  }

  /** The constant in a field of a body, or the default; what is not known is a finding. */
  public static <E extends Enum<E>> E of(
      Optional<String> word, E ifAbsent, String pointer, Findings findings) {
    if (word.isEmpty()) {
      return ifAbsent;
    }
    var type = ifAbsent.getDeclaringClass();
    var found = named(type, word.get());
    if (found.isEmpty()) {
      findings.add(
          pointer,
          pointer.substring(pointer.lastIndexOf('/') + 1)
              + " "
              + word.get()
              + " is not known; it is one of: "
              + words(type));
    }
    return found.orElse(ifAbsent);
  }

  /** The constant in a query parameter; what is not known is refused. */
  public static <E extends Enum<E>> E ofParameter(Class<E> type, String name, String word) {
    return named(type, word)
        .orElseThrow(() ->
            Refusal.ofParameter(
                name, name + " " + word + " is not known; it is one of: " + words(type)));
  }

  public static <E extends Enum<E>> String words(Class<E> type) {
    return constants(type).stream().map(Choice::word).collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> List<E> constants(Class<E> type) {
    return Arrays.asList(type.getEnumConstants());
  }
}
