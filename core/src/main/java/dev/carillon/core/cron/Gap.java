package dev.carillon.core.cron;

/** What becomes of a fixed time that a clock change leaves out. */
public enum Gap {
  /** It runs once, at the instant of the change; several such times make one run. */
  RUN_AT_TRANSITION,
  /** It does not run on that date. */
  SKIP,
  /** It runs as much later as the clock was put forward: 02:30 at 03:30. */
  SHIFT
}
