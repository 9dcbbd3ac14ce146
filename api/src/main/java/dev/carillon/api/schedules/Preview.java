package dev.carillon.api.schedules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A schedule in words, and its next instants.
 *
 * @param leftOut those between the next ones that will not run
 * @param minIntervalSeconds the smallest gap between two of its instants, if it has two
 * @param tzdataVersion of the time zone database by which they were computed
 */
public record Preview(
    String words,
    Optional<String> timezone,
    List<Next> next,
    List<LeftOut> leftOut,
    List<Warning> warnings,
    Optional<Long> minIntervalSeconds,
    String tzdataVersion) {
  /**
   * One instant, in UTC and with the offset of the schedule's zone.
   *
   * @param mark what a change of the clocks did to it
   * @param desiredAt when it should start; empty when that is told by an id which it has not yet
   * @param earliestAt when it starts at the earliest, with whatever id
   */
  public record Next(
      Instant at,
      String local,
      Optional<String> mark,
      Optional<Instant> desiredAt,
      Instant earliestAt,
      Instant latestAt) {}

  /** Instants that follow each other and will not run, for one reason. */
  public record LeftOut(
      Instant from, Instant until, long covers, String reason, String reasonText) {}
}
