package dev.carillon.api.schedules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A schedule in words, and its next instants.
 *
 * @param minIntervalSeconds the smallest gap between two of its instants, if it has two
 * @param tzdataVersion of the time zone database by which they were computed
 */
public record Preview(
    String words,
    Optional<String> timezone,
    List<Next> next,
    List<Warning> warnings,
    Optional<Long> minIntervalSeconds,
    String tzdataVersion) {
  /**
   * One instant, in UTC and with the offset of the schedule's zone.
   *
   * @param mark what a change of the clocks did to it
   */
  public record Next(Instant at, String local, Optional<String> mark) {}
}
