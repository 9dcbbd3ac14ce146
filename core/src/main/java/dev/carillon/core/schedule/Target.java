package dev.carillon.core.schedule;

/** Who does the work of a schedule. */
public sealed interface Target {
  /** A named agent of the schedule's tenant, or a local one of this process. */
  record Agent(String name) implements Target {
    public Agent {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a target agent has a name");
      }
    }
  }
}
