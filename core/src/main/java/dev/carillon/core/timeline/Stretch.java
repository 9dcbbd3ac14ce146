package dev.carillon.core.timeline;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of nominal time whose occurrences all run, or are all left out for one reason.
 *
 * @param since its first instant
 * @param until the first instant after it
 * @param apart to when its only occurrence is moved, out of the line of the others
 */
record Stretch(Optional<Reason> leftOut, Instant since, Instant until, Optional<Instant> apart) {
  Stretch(Optional<Reason> leftOut, Instant since, Instant until) {
    this(leftOut, since, until, Optional.empty());
  }
}
