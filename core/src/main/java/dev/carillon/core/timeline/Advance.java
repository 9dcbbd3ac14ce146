package dev.carillon.core.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the instants that a cursor passed: launches oldest first, lines for those that do
 * not run, and where the cursor stands now.
 */
public record Advance(
    List<Launch> launches, List<Line> lines, Optional<Instant> cursor, Optional<Instant> wake) {
  public Advance {
    launches = List.copyOf(launches);
    lines = List.copyOf(lines);
  }
}
