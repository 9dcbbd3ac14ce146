package dev.carillon.server.schedules;

import dev.carillon.api.json.Nearest;
import dev.carillon.api.schedules.DstSpec;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.TriggerSpec;
import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.Dialect;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.time.Zones;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Findings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Between triggers and what the wire says of them. */
final class Triggers {
  private static final int LONGEST_LINE = 200;
  private static final String UTC = "UTC";
  private static final String DIALECTS =
      Arrays.stream(Dialect.values()).map(Dialect::wireName).collect(Collectors.joining(", "));

  private Triggers() {}

  /** A cron line in a draft, and where in the draft its parts stand. */
  private record CronText(
      TriggerSpec.Cron spec, String atExpression, String atTimezone, DstPolicy dst) {}

  /** The trigger of a draft; empty when something is wrong with it, which is then a finding. */
  static Optional<Trigger> read(ScheduleDraft draft, Findings findings) {
    var dst = dst(draft.dst(), findings);
    if (draft.trigger().isEmpty()) {
      return shorthand(draft, dst, findings);
    }
    if (draft.cronExpression().isPresent() || draft.timezone().isPresent()) {
      findings.add(
          draft.cronExpression().isPresent() ? "/cron_expression" : "/timezone",
          "cron_expression and timezone are a shorthand and do not stand beside trigger");
      return Optional.empty();
    }
    return switch (draft.trigger().get()) {
      case TriggerSpec.Manual() -> Optional.of(new Trigger.Manual());
      case TriggerSpec.Cron spec ->
          cron(new CronText(spec, "/trigger/expression", "/trigger/timezone", dst), findings);
    };
  }

  private static Optional<Trigger> shorthand(
      ScheduleDraft draft, DstPolicy dst, Findings findings) {
    var line = draft.cronExpression().filter(text -> !text.isBlank());
    if (line.isEmpty()) {
      findings.add("/cron_expression", "cron expression required");
      return Optional.empty();
    }
    var spec = new TriggerSpec.Cron(line.get(), draft.timezone(), Optional.empty());
    return cron(new CronText(spec, "/cron_expression", "/timezone", dst), findings);
  }

  private static Optional<Trigger> cron(CronText text, Findings findings) {
    var expression = expression(text, findings);
    var zone = zone(text, findings);
    if (expression.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Trigger.Cron(CronTimes.of(expression.get(), zone.get(), text.dst())));
  }

  /** A cron trigger that no date to come matches is of no use: that is a finding. */
  static void requireDates(ScheduleDraft draft, Trigger trigger, Instant now, Findings findings) {
    switch (trigger) {
      case Trigger.Manual() -> {}
      case Trigger.Cron(var times) -> {
        if (times.next(now).isEmpty()) {
          findings.add(
              draft.trigger().isPresent() ? "/trigger/expression" : "/cron_expression",
              "invalid cron expression: it never fires, no date to come matches it");
        }
      }
    }
  }

  private static Optional<CronExpression> expression(CronText text, Findings findings) {
    var line = text.spec().expression();
    if (line.length() > LONGEST_LINE) {
      findings.add(text.atExpression(), "a cron line has at most " + LONGEST_LINE + " characters");
      return Optional.empty();
    }
    var dialect = text.spec().dialect().flatMap(Dialect::named);
    if (text.spec().dialect().isPresent() && dialect.isEmpty()) {
      findings.add(
          "/trigger/dialect",
          text.spec().dialect().get() + " is not known here; it is one of: " + DIALECTS);
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
            text.atExpression(),
            "invalid cron expression: " + refused.message().replaceFirst("^cron: ", ""));
        yield Optional.empty();
      }
    };
  }

  private static Optional<ZoneId> zone(CronText text, Findings findings) {
    var name = text.spec().timezone().orElse(UTC);
    var zone = Zones.named(name);
    if (zone.isEmpty()) {
      findings.add(text.atTimezone(), unknownZone(name));
    }
    return zone;
  }

  private static String unknownZone(String name) {
    return name.isBlank()
        ? "invalid timezone: it is empty; give a name such as Europe/Berlin, or leave it out for UTC"
        : "invalid timezone: "
            + name
            + Nearest.to(name, Zones.names())
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
  }

  private static DstPolicy dst(Optional<DstSpec> spec, Findings findings) {
    var usual = DstPolicy.DEFAULT;
    return new DstPolicy(
        Choice.of(spec.flatMap(DstSpec::gap), usual.gap(), "/dst/gap", findings),
        Choice.of(
            spec.flatMap(DstSpec::overlapHour),
            usual.overlapHour(),
            "/dst/overlap_hour",
            findings));
  }

  /** The trigger as the wire says it. */
  static TriggerSpec spec(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Manual() -> new TriggerSpec.Manual();
      case Trigger.Cron(var times) ->
          new TriggerSpec.Cron(
              times.expression().text(),
              Optional.of(times.zone().getId()),
              Optional.of(times.expression().dialect().wireName()));
    };
  }

  /** What becomes of clock changes, as the wire says it. */
  static DstSpec dst(Trigger trigger) {
    var policy =
        switch (trigger) {
          case Trigger.Manual() -> DstPolicy.DEFAULT;
          case Trigger.Cron(var times) -> times.policy();
        };
    return new DstSpec(
        Optional.of(Choice.word(policy.gap())), Optional.of(Choice.word(policy.overlapHour())));
  }
}
