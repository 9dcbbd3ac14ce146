package dev.carillon.core.schedule;

import java.util.List;
import java.util.Map;

/** What people call a schedule and say about it; it decides nothing. */
public record Heading(
    String name, String description, List<String> tags, Map<String, String> metadata) {
  public Heading {
    tags = List.copyOf(tags);
    metadata = Map.copyOf(metadata);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a schedule has a name");
    }
  }
}
