package dev.carillon.api.schedules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A schedule in words, and its next instants. */
public record Preview(
    String words, Optional<String> timezone, List<Next> next, List<Warning> warnings) {
  /** One instant, in UTC and with the offset of the schedule's zone. */
  public record Next(Instant at, String local) {}
}
