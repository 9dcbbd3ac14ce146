package dev.carillon.cli.schedule;

import dev.carillon.api.json.WireJson;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The options that write a schedule of a cron line, under the names that the API has for them. */
final class DraftOptions {
  @Option(names = "--dialect", paramLabel = "NAME", description = "unix, seconds or quartz")
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

  @Option(names = "--start-at", paramLabel = "INSTANT", description = "nothing is due before")
  private Optional<String> startAt = Optional.empty();

  @Option(names = "--end-at", paramLabel = "INSTANT", description = "nothing is due after")
  private Optional<String> endAt = Optional.empty();

  @Option(names = "--max-runs", paramLabel = "N", description = "it ends with so many runs")
  private Optional<Integer> maxRuns = Optional.empty();

  /** The schedule as the API takes it. */
  ObjectNode draft(String line) {
    var draft = WireJson.emptyObject();
    var trigger = draft.putObject("trigger").put("type", "cron").put("expression", line);
    dialect.ifPresent(name -> trigger.put("dialect", name));
    zone.ifPresent(name -> trigger.put("timezone", name));
    if (gap.isPresent() || overlapHour.isPresent()) {
      var dst = draft.putObject("dst");
      gap.ifPresent(choice -> dst.put("gap", choice));
      overlapHour.ifPresent(choice -> dst.put("overlap_hour", choice));
    }
    startAt.ifPresent(at -> draft.put("start_at", at));
    endAt.ifPresent(at -> draft.put("end_at", at));
    maxRuns.ifPresent(most -> draft.put("max_runs", most));
    return draft;
  }
}
