package dev.carillon.core.schedule;

import java.util.UUID;

/** The internal id of a schedule: new for every schedule ever created, never used again. */
public record ScheduleId(UUID value) implements Comparable<ScheduleId> {
  @Override
  public int compareTo(ScheduleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
