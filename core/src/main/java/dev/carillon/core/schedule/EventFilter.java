package dev.carillon.core.schedule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which events a schedule runs for: each of these places in an event's data holds one of its
 * values. Places are JSON Pointers (RFC 6901), values are JSON texts of strings, numbers, truth
 * values and null in one canonical form. Without a place every event is let through.
 *
 * @param wanted the values for each place, sorted by place
 */
public record EventFilter(Map<String, List<String>> wanted) {
  /** Lets every event through. */
  public static final EventFilter ALL = new EventFilter(Map.of());

  /** More would make one definition too large. */
  public static final int MOST_PLACES = 20;

  /** More would make one definition too large. */
  public static final int MOST_VALUES = 50;

  private static final Pattern POINTER = Pattern.compile("(?:/(?:[^/~]|~[01])*)+", Pattern.DOTALL);

  public EventFilter {
    var sorted = new TreeMap<String, List<String>>();
    wanted.forEach((place, values) -> sorted.put(place, List.copyOf(values)));
    wanted = Collections.unmodifiableMap(sorted);
    if (wanted.size() > MOST_PLACES) {
      throw new IllegalArgumentException("a filter names at most " + MOST_PLACES + " places");
    }
    wanted.forEach((place, values) -> {
      if (!isPointer(place)) {
        throw new IllegalArgumentException("no place in an event's data: " + place);
      }
      if (values.isEmpty() || values.size() > MOST_VALUES) {
        throw new IllegalArgumentException(
            "a place of a filter has 1 to " + MOST_VALUES + " values, " + place + " has not");
      }
    });
  }

  /** The place that somebody means: a pointer is one itself, a plain name is that of a member. */
  public static Optional<String> place(String written) {
    var pointer =
        written.startsWith("/") ? written : "/" + written.replace("~", "~0").replace("/", "~1");
    return Optional.of(pointer).filter(one -> !written.isEmpty() && isPointer(one));
  }

  /** A place as people write it: by its plain name, if it has one. */
  public static String written(String place) {
    var name = place.substring(1).replace("~1", "/").replace("~0", "~");
    return place(name).equals(Optional.of(place)) ? name : place;
  }

  /** Whether it lets an event through, of whose data this tells the value at a place. */
  public boolean lets(Function<String, Optional<String>> data) {
    return wanted.entrySet().stream()
        .allMatch(one -> data.apply(one.getKey()).filter(one.getValue()::contains).isPresent());
  }

  /** As the end of a sentence; nothing when it lets every event through. */
  String words() {
    return wanted.isEmpty()
        ? ""
        : wanted.entrySet().stream()
            .map(one -> written(one.getKey()) + " is " + String.join(" or ", one.getValue()))
            .collect(Collectors.joining(" and ", " with data in which ", ""));
  }

  private static boolean isPointer(String text) {
    return POINTER.matcher(text).matches();
  }
}
