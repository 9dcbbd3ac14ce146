package dev.carillon.api.system;

import java.time.Instant;

/**
 * What is running here.
 *
 * @param now the time of the database
 */
public record SystemView(
    String version,
    String store,
    String zoneDataVersion,
    Instant now,
    Instant startedAt,
    Node node) {
  /** The node that answered. */
  public record Node(int number, String name, int runsUnderWay, int maxRuns) {}
}
