package dev.carillon.cli.schedule;

import dev.carillon.api.json.WireJson;
import dev.carillon.cli.cron.LineOptions;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The options that write a schedule of a cron line, under the names that the API has for them. */
final class DraftOptions {
  @Mixin private LineOptions reading = new LineOptions();

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
    reading.dialect().ifPresent(name -> trigger.put("dialect", name));
    reading.zone().ifPresent(name -> trigger.put("timezone", name));
    if (reading.gap().isPresent() || reading.overlapHour().isPresent()) {
      var dst = draft.putObject("dst");
      reading.gap().ifPresent(choice -> dst.put("gap", choice));
      reading.overlapHour().ifPresent(choice -> dst.put("overlap_hour", choice));
    }
    startAt.ifPresent(at -> draft.put("start_at", at));
    endAt.ifPresent(at -> draft.put("end_at", at));
    maxRuns.ifPresent(most -> draft.put("max_runs", most));
    return draft;
  }
}
