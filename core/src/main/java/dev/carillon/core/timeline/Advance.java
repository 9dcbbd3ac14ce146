package dev.carillon.core.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the instants that a cursor passed, in their nominal order, and where the cursor
 * stands now.
 *
 * @param wake when somebody must look again
 */
public record Advance(List<Passed> passed, Optional<Instant> cursor, Optional<Instant> wake) {
  public Advance {
    passed = List.copyOf(passed);
  }
}
