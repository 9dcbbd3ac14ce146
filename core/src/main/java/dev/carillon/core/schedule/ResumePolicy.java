package dev.carillon.core.schedule;

import java.util.Optional;

/** What happens, on resume, to the occurrences that the pause held back. */
public enum ResumePolicy {
  /** They do not run; the schedule goes on with the next one. */
  NEXT,
  NONE,
  LAST,
  FIRE_IMMEDIATELY;

  /** The catch-up choice that this amounts to; none for {@link #NEXT}. */
  public Optional<CatchupPolicy> catchup() {
    return switch (this) {
      case NEXT -> Optional.empty();
      case NONE -> Optional.of(CatchupPolicy.NONE);
      case LAST -> Optional.of(CatchupPolicy.LAST);
      case FIRE_IMMEDIATELY -> Optional.of(CatchupPolicy.FIRE_IMMEDIATELY);
    };
  }
}
