package dev.carillon.cli.cron;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.Dialect;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.cron.Gap;
import dev.carillon.core.cron.OverlapHour;
import dev.carillon.core.time.Zones;
import java.time.ZoneId;
import java.util.Optional;

/** A cron line and how to read it, as text: from the command line or from a line of a batch. */
record Question(
    String expression,
    Optional<String> dialect,
    String zone,
    Optional<String> gap,
    Optional<String> overlapHour) {

  /** What became of a question. */
  sealed interface Reading {
    record Understood(CronTimes times) implements Reading {}

    /** The message is one line and names the part at fault. */
    record Refused(String message) implements Reading {}
  }

  Reading read() {
    Optional<Dialect> dialectNamed = dialect.flatMap(Dialect::named);
    if (dialect.isPresent() && dialectNamed.isEmpty()) {
      return unknown("dialect", dialect.get(), "unix, seconds or quartz");
    }
    Optional<Gap> gapNamed = gap.flatMap(Gap::named);
    if (gap.isPresent() && gapNamed.isEmpty()) {
      return unknown("gap", gap.get(), "run_at_transition, skip or shift");
    }
    Optional<OverlapHour> hourNamed = overlapHour.flatMap(OverlapHour::named);
    if (overlapHour.isPresent() && hourNamed.isEmpty()) {
      return unknown("overlap_hour", overlapHour.get(), "first, second or both");
    }
    Optional<ZoneId> zoneNamed = Zones.named(zone);
    if (zoneNamed.isEmpty()) {
      return unknown("zone", zone, "an IANA name such as Europe/Rome or UTC");
    }
    DstPolicy policy =
        new DstPolicy(
            gapNamed.orElse(DstPolicy.DEFAULT.gap()),
            hourNamed.orElse(DstPolicy.DEFAULT.overlapHour()));
    return switch (parse(dialectNamed)) {
      case CronParse.Parsed(var parsed) ->
          new Reading.Understood(CronTimes.of(parsed, zoneNamed.get(), policy));
      case CronParse.Refused refused -> new Reading.Refused(refused.message());
    };
  }

  private CronParse parse(Optional<Dialect> named) {
    return named
        .map(one -> CronExpression.parse(expression, one))
        .orElseGet(() -> CronExpression.parse(expression));
  }

  private static Reading unknown(String what, String word, String known) {
    return new Reading.Refused(what + ": " + word + " is unknown; use " + known);
  }
}
