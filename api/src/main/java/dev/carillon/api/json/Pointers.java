package dev.carillon.api.json;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException.Reference;

/** JSON pointers (RFC 6901) out of the paths that the reader keeps. */
final class Pointers {
  private Pointers() {}

  static String of(List<Reference> path) {
    return path.stream().map(Pointers::step).collect(Collectors.joining());
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String step(Reference step) {
    var name = step.getPropertyName();
    return "/" + (name == null ? String.valueOf(step.getIndex()) : escape(name));
  }
}
