package dev.carillon.cli.cron;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how a cron line is to be read, the same wherever one is given. */
public final class LineOptions {
  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description = "unix, seconds or quartz; by default the number of fields decides")
  private Optional<String> dialect = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "IANA name of the zone in which the line is read (default: UTC)")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--gap",
      paramLabel = "CHOICE",
      description =
          "a fixed time that the clocks leave out: run_at_transition (default), skip, shift")
  private Optional<String> gap = Optional.empty();

  @Option(
      names = "--overlap-hour",
      paramLabel = "CHOICE",
      description = "a fixed time that the clocks repeat: first (default), second, both")
  private Optional<String> overlapHour = Optional.empty();

  public Optional<String> dialect() {
    return dialect;
  }

  public Optional<String> zone() {
    return zone;
  }

  public Optional<String> gap() {
    return gap;
  }

  public Optional<String> overlapHour() {
    return overlapHour;
  }

  Question about(String expression) {
    return new Question(expression, dialect, zone.orElse("UTC"), gap, overlapHour);
  }
}
