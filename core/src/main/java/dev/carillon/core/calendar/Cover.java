package dev.carillon.core.calendar;

import dev.carillon.core.time.Spell;
import java.time.Instant;

/** What a calendar covers, on the clock of one zone. Immutable, bounded work for every question. */
@FunctionalInterface
public interface Cover {
  /** A stretch around this instant that is covered, or not, as a whole; it need not be longest. */
  Spell at(Instant instant);
}
