package dev.carillon.server.schedules;

import dev.carillon.api.schedules.DstSpec;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.TriggerSpec;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.recurrence.RecurrenceParse;
import dev.carillon.core.recurrence.RecurrenceRule;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.core.schedule.Trigger.Unit;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads the trigger of a draft.
 *
 * @param now what an interval is counted from when nothing else is said
 * @param present the trigger that an edit finds there: sent again, it counts on from where it did,
 *     and runs on after a schedule that is not there any more
 */
record TriggerReading(
    ScheduleDraft draft, Instant now, Optional<Trigger> present, Sight sight, Findings findings) {
  /** The trigger; empty when something is wrong with it, which is then a finding. */
  Optional<Trigger> read() {
    var dst = dst(draft.dst());
    if (draft.trigger().isEmpty()) {
      return shorthand(dst);
    }
    if (draft.cronExpression().isPresent() || draft.timezone().isPresent()) {
      findings.add(
          draft.cronExpression().isPresent() ? "/cron_expression" : "/timezone",
          "cron_expression and timezone are a shorthand and do not stand beside trigger");
      return Optional.empty();
    }
    return switch (draft.trigger().get()) {
      case TriggerSpec.Manual() -> Optional.of(new Trigger.Manual());
      case TriggerSpec.Once(var at) -> Optional.of(new Trigger.Once(exact(at)));
      case TriggerSpec.Interval spec -> interval(spec);
      case TriggerSpec.Dates spec -> dates(spec);
      case TriggerSpec.Rrule spec -> rrule(spec);
      case TriggerSpec.Event spec -> event(spec);
      case TriggerSpec.After spec -> after(spec);
      case TriggerSpec.Cron spec ->
          new CronReading(spec, "/trigger/expression", "/trigger/timezone", dst).read(findings);
    };
  }

  /** As exact as the store keeps times. */
  static Instant exact(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  private Optional<Trigger> shorthand(DstPolicy dst) {
    var line = draft.cronExpression().filter(text -> !text.isBlank());
    if (line.isEmpty()) {
      findings.add("/cron_expression", "cron expression required");
      return Optional.empty();
    }
    var spec = new TriggerSpec.Cron(line.get(), draft.timezone(), Optional.empty());
    return new CronReading(spec, "/cron_expression", "/timezone", dst).read(findings);
  }

  private Optional<Trigger> interval(TriggerSpec.Interval spec) {
    var unit = Choice.named(Unit.class, spec.unit());
    if (unit.isEmpty()) {
      findings.add(
          "/trigger/unit",
          "unit " + spec.unit() + " is not known; it is one of: " + Choice.words(Unit.class));
      return Optional.empty();
    }
    var most = Trigger.Every.most(unit.get());
    if (spec.every() < 1 || spec.every() > most) {
      findings.add("/trigger/every", "every is 1 to " + most + " " + spec.unit());
      return Optional.empty();
    }
    var anchor =
        spec.anchor()
            .or(this::keptAnchor)
            .or(draft::startAt)
            .map(TriggerReading::exact)
            .orElse(begun());
    return Optional.of(new Trigger.Every(spec.every(), unit.get(), anchor));
  }

  private Optional<Instant> keptAnchor() {
    return present.flatMap(
        is -> is instanceof Trigger.Every every ? Optional.of(every.anchor()) : Optional.empty());
  }

  private Optional<Instant> keptStart() {
    return present.flatMap(is ->
        is instanceof Trigger.Recurring(var recurrence)
            ? Optional.of(recurrence.start())
            : Optional.empty());
  }

  private Instant begun() {
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  private Optional<Trigger> dates(TriggerSpec.Dates spec) {
    if (spec.at().isEmpty() || spec.at().size() > Trigger.Dates.MOST) {
      findings.add(
          "/trigger/at", "dates are 1 to " + Trigger.Dates.MOST + ", not " + spec.at().size());
      return Optional.empty();
    }
    return Optional.of(new Trigger.Dates(spec.at().stream().map(TriggerReading::exact).toList()));
  }

  private Optional<Trigger> rrule(TriggerSpec.Rrule spec) {
    var rule = rule(spec.rule());
    var zone = ZoneReading.read(spec.timezone(), "/trigger/timezone", findings);
    var start =
        spec.dtstart()
            .or(this::keptStart)
            .or(draft::startAt)
            .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
            .orElse(begun());
    if (!Recurrence.canStart(start)) {
      findings.add("/trigger/dtstart", "dtstart lies in the years 1970 to 2399");
      return Optional.empty();
    }
    if (rule.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Trigger.Recurring(new Recurrence(rule.get(), start, zone.get())));
  }

  private Optional<RecurrenceRule> rule(String text) {
    return switch (RecurrenceRule.parse(text)) {
      case RecurrenceParse.Parsed(var rule) -> Optional.of(rule);
      case RecurrenceParse.Refused(var message) -> {
        findings.add("/trigger/rule", "invalid recurrence rule: " + message);
        yield Optional.empty();
      }
    };
  }

  private Optional<Trigger> event(TriggerSpec.Event spec) {
    var filter =
        spec.filter().isEmpty()
            ? Optional.of(EventFilter.ALL)
            : new FilterReading(spec.filter().get(), findings).read();
    if (!Trigger.Event.isName(spec.event())) {
      findings.add("/trigger/event", "the name of an event is " + Trigger.Event.NAME_WORDS);
      return Optional.empty();
    }
    return filter.map(one -> new Trigger.Event(spec.event(), one));
  }

  private Optional<Trigger> after(TriggerSpec.After spec) {
    var condition = Choice.of(spec.condition(), Condition.ANY, "/trigger/condition", findings);
    var on = Choice.of(spec.on(), Awaited.SUCCESS, "/trigger/on", findings);
    var sent = spec.schedules();
    if (sent.isEmpty() || sent.size() > Trigger.After.MOST) {
      findings.add(
          "/trigger/schedules",
          "a schedule runs after 1 to " + Trigger.After.MOST + " others, not " + sent.size());
      return Optional.empty();
    }
    var others = IntStream.range(0, sent.size()).mapToObj(i -> other(sent.get(i), i)).toList();
    return others.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            new Trigger.After(others.stream().flatMap(Optional::stream).toList(), condition, on));
  }

  private Optional<ScheduleId> other(String text, int index) {
    var id = Ids.uuid(text).map(ScheduleId::new);
    if (id.isPresent() && id.equals(sight.own())) {
      findings.add("/trigger/schedules/" + index, "a schedule does not run after itself");
      return Optional.empty();
    }
    var there = id.filter(one -> sight.seen().contains(one) || isKept(one));
    if (there.isEmpty()) {
      findings.add("/trigger/schedules/" + index, "there is no schedule " + text);
    }
    return there;
  }

  private boolean isKept(ScheduleId id) {
    return present
        .filter(is -> is instanceof Trigger.After after && after.schedules().contains(id))
        .isPresent();
  }

  private DstPolicy dst(Optional<DstSpec> spec) {
    var usual = DstPolicy.DEFAULT;
    return new DstPolicy(
        Choice.of(spec.flatMap(DstSpec::gap), usual.gap(), "/dst/gap", findings),
        Choice.of(
            spec.flatMap(DstSpec::overlapHour),
            usual.overlapHour(),
            "/dst/overlap_hour",
            findings));
  }
}
