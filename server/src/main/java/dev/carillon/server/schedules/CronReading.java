package dev.carillon.server.schedules;

import dev.carillon.api.schedules.TriggerSpec;
import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.Dialect;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.server.http.Findings;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cron line in a draft, and where in the draft its parts stand.
 *
 * @param dst what becomes of clock changes
 */
record CronReading(TriggerSpec.Cron spec, String atExpression, String atTimezone, DstPolicy dst) {
  private static final int LONGEST_LINE = 200;
  private static final String DIALECTS =
      Arrays.stream(Dialect.values()).map(Dialect::wireName).collect(Collectors.joining(", "));

  /** The trigger; empty when something is wrong with it, which is then a finding. */
  Optional<Trigger> read(Findings findings) {
    var expression = expression(findings);
    var zone = ZoneReading.read(spec.timezone(), atTimezone, findings);
    if (expression.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Trigger.Cron(CronTimes.of(expression.get(), zone.get(), dst)));
  }

  private Optional<CronExpression> expression(Findings findings) {
    var line = spec.expression();
    if (line.length() > LONGEST_LINE) {
      findings.add(atExpression, "a cron line has at most " + LONGEST_LINE + " characters");
      return Optional.empty();
    }
    var dialect = spec.dialect().flatMap(Dialect::named);
    if (spec.dialect().isPresent() && dialect.isEmpty()) {
      findings.add(
          "/trigger/dialect",
          spec.dialect().get() + " is not known here; it is one of: " + DIALECTS);
      return Optional.empty();
    }
    var parsed =
        dialect
            .map(named -> CronExpression.parse(line, named))
            .orElseGet(() -> CronExpression.parse(line));
    return switch (parsed) {
      case CronParse.Parsed(var expression) -> Optional.of(expression);
      case CronParse.Refused refused -> {
        findings.add(
            atExpression,
            "invalid cron expression: " + refused.message().replaceFirst("^cron: ", ""));
        yield Optional.empty();
      }
    };
  }
}
