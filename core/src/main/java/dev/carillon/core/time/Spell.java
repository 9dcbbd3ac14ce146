package dev.carillon.core.time;

import java.time.Instant;

/**
 * A stretch of time that lies within something or outside of it, as a whole.
 *
 * @param since its first instant; {@link Instant#MIN} when it has none
 * @param until the first instant after it; {@link Instant#MAX} when there is none
 */
public record Spell(boolean inside, Instant since, Instant until) {
  /** All of time, within everything. */
  public static final Spell ALWAYS = new Spell(true, Instant.MIN, Instant.MAX);

  /** The part that both have in common, which lies inside where both do. */
  public Spell and(Spell other) {
    return new Spell(
        inside && other.inside,
        since.isAfter(other.since) ? since : other.since,
        until.isBefore(other.until) ? until : other.until);
  }
}
