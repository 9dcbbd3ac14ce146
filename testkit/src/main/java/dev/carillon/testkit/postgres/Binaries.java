package dev.carillon.testkit.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the machine keeps PostgreSQL's server programs. */
final class Binaries {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private Binaries() {}

  static Path folder() {
    return folder(DEBIAN, System.getenv().getOrDefault("PATH", ""));
  }

  /** The newest version under Debian's folder, else the first folder of PATH that has them. */
  static Path folder(Path debian, String path) {
    return newest(debian)
        .or(() -> onPath(path))
        .orElseThrow(() ->
            new PostgresFailure(
                "PostgreSQL's server programs (initdb, pg_ctl) are neither under "
                    + debian
                    + " nor on PATH: install Debian's package postgresql."));
  }

  private static Optional<Path> newest(Path debian) {
    if (!Files.isDirectory(debian)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(debian)) {
      return versions
          .filter(version -> version.getFileName().toString().matches("\\d{1,4}"))
          .sorted(
              Comparator.comparingInt(
                  version -> -Integer.parseInt(version.getFileName().toString())))
          .map(version -> version.resolve("bin"))
          .filter(Binaries::complete)
          .findFirst();
    } catch (IOException e) {
      throw new PostgresFailure("cannot list " + debian + ": " + e.getMessage(), e);
    }
  }

  private static Optional<Path> onPath(String path) {
    return Stream.of(path.split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
        .filter(Binaries::complete)
        .findFirst();
  }

  private static boolean complete(Path bin) {
    return Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl"));
  }
}
