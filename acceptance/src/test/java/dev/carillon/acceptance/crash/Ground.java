package dev.carillon.acceptance.crash;

import dev.carillon.acceptance.repository.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a siege takes place.
 *
 * @param arguments what the server is started with
 * @param lease after which a dead node's runs are taken over
 */
record Ground(String store, List<String> arguments, String jdbcUrl, Duration lease) {
  private static final Path FOLDER = Repository.file("acceptance/target/crash");

  /** What the processes said on standard error. */
  Path log() {
    return FOLDER.resolve(store + ".log");
  }

  /** What the agent wrote before it answered. */
  Path ledger() {
    return FOLDER.resolve(store + "-calls.tsv");
  }

  Path report() {
    return FOLDER.resolve("report-" + store + ".txt");
  }

  /** Leaves nothing of an earlier siege. */
  void clear() throws IOException {
    Files.createDirectories(FOLDER);
    for (var file : List.of(log(), ledger(), report())) {
      Files.deleteIfExists(file);
    }
  }

  /** Every planned line, live or in the ledger. */
  List<BookedLine> lines() {
    return read(Book::lines);
  }

  /** Since when the oldest of those has waited or run that have not ended; empty when all have. */
  Optional<Instant> oldestLive() {
    return read(Book::oldestLive);
  }

  private <T> T read(Reading<T> reading) {
    try {
      return reading.of(jdbcUrl);
    } catch (SQLException failure) {
      throw new IllegalStateException("the book of " + store + " is closed", failure);
    }
  }

  /** Reads something in the book. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(String jdbcUrl) throws SQLException;
  }

  /** Every call that the agent has received until now. */
  List<Called> calls() {
    try {
      return Files.readString(ledger())
          .lines()
          .filter(line -> !line.isBlank())
          .map(Called::read)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
