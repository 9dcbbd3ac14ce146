package dev.carillon.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that figures were measured on, in one line. */
public final class Machine {
  private static final Path CPU = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Processor, cores, operating system and Java. */
  public static String line() {
    return "%s, %d cores, %s %s, Java %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
            Runtime.version());
  }

  private static String processor() {
    try (var lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException absent) {
      // Only Linux tells it there; elsewhere the name of the architecture has to do.
      return System.getProperty("os.arch");
    }
  }
}
