package dev.carillon.core.schedule;

/** What happens to the occurrences that were missed while nobody planned. */
public enum CatchupPolicy {
  /** None of them runs. */
  NONE,
  /** The newest of them runs. */
  LAST,
  /** All of them run, each once, oldest first, within the window and the cap. */
  FIRE_IMMEDIATELY
}
