package dev.carillon.core.schedule;

import dev.carillon.core.time.DailyWindow;

/** The part of each day in which occurrences may start, and what becomes of the others. */
public record ExecutionWindow(DailyWindow daily, Outside outside) {
  /** What becomes of an occurrence outside of the window. */
  public enum Outside {
    /** It does not run; its line says why. */
    SKIP,
    /** It starts when the window opens. */
    WAIT
  }
}
