package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A call that the agent received, as it wrote it down before it answered. */
public record Called(
    Instant received, UUID key, UUID schedule, UUID run, Optional<Instant> nominal, int attempt) {
  private static final String ABSENT = "-";

  /** Reads a line of the agent's ledger: tab-separated, with a dash for what was not sent. */
  public static Called read(String line) {
    var fields = line.split("\t", -1);
    return new Called(
        Instant.ofEpochMilli(Long.parseLong(fields[0])),
        UUID.fromString(fields[1]),
        UUID.fromString(fields[2]),
        UUID.fromString(fields[3]),
        fields[4].equals(ABSENT) ? Optional.empty() : Optional.of(Instant.parse(fields[4])),
        Integer.parseInt(fields[5]));
  }
}
