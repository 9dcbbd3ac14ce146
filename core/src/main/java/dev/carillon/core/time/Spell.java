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

  /** All of time, within nothing. */
  public static final Spell NEVER = new Spell(false, Instant.MIN, Instant.MAX);

  /** The same stretch, with inside and outside exchanged. */
  public Spell turned() {
    return new Spell(!inside, since, until);
  }

  /** The part that both have in common, which lies inside where one of them does. */
  public Spell or(Spell other) {
    var common = and(other);
    return new Spell(inside || other.inside, common.since, common.until);
  }

  /** The part that both have in common, which lies inside where both do. */
  public Spell and(Spell other) {
    return new Spell(
        inside && other.inside,
        since.isAfter(other.since) ? since : other.since,
        until.isBefore(other.until) ? until : other.until);
  }
}
