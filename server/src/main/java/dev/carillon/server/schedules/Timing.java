package dev.carillon.server.schedules;

import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Timetable;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.server.http.Findings;
import java.time.Instant;
import java.util.Optional;

/** When a schedule is due: its trigger and what bounds it. */
record Timing(Trigger trigger, Bounds bounds) {
  static Timing of(Definition definition) {
    return new Timing(definition.trigger(), definition.bounds());
  }

  /**
   * What a draft says of it; empty when something is wrong, which is then a finding.
   *
   * @param present what an edit finds there
   */
  static Optional<Timing> read(
      ScheduleDraft draft, Instant now, Optional<Timing> present, Findings findings) {
    var trigger = new TriggerReading(draft, now, present.map(Timing::trigger), findings).read();
    var bounds = bounds(draft, findings);
    return trigger.isEmpty() || bounds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Timing(trigger.get(), bounds.get()));
  }

  private static Optional<Bounds> bounds(ScheduleDraft draft, Findings findings) {
    var start = draft.startAt().map(TriggerReading::exact);
    var end = draft.endAt().map(TriggerReading::exact);
    var most = draft.maxRuns();
    var turned = start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
    var odd = most.filter(runs -> runs < 1 || runs > Bounds.MOST_RUNS).isPresent();
    if (turned) {
      findings.add("/end_at", "end_at lies before start_at, so nothing would ever be due");
    }
    if (odd) {
      findings.add("/max_runs", "max_runs is 1 to " + Bounds.MOST_RUNS);
    }
    return turned || odd ? Optional.empty() : Optional.of(new Bounds(start, end, most));
  }

  Timetable timetable() {
    return bounds.within(trigger.timetable());
  }

  /** A schedule that no time to come is due at is of no use: that is a finding. */
  void requireTimes(ScheduleDraft draft, Instant now, Findings findings) {
    if (trigger.equals(new Trigger.Manual()) || timetable().after(now).isPresent()) {
      return;
    }
    if (trigger.timetable().after(now).isPresent()) {
      findings.add(
          draft.endAt().isPresent() ? "/end_at" : "/start_at",
          "it never fires: its trigger has no time to come between start_at and end_at; move them,"
              + " or leave them out");
      return;
    }
    switch (trigger) {
      case Trigger.Manual _, Trigger.Every _ -> {}
      case Trigger.Cron _ ->
          findings.add(
              draft.trigger().isPresent() ? "/trigger/expression" : "/cron_expression",
              "invalid cron expression: it never fires, no date to come matches it");
      case Trigger.Once(var at) ->
          findings.add("/trigger/at", "it never fires: " + at + " is past; give a time to come");
      case Trigger.Dates(var at) ->
          findings.add(
              "/trigger/at",
              "it never fires: all of its dates are past, the last was "
                  + at.getLast()
                  + "; add one to come");
      case Trigger.Recurring _ ->
          findings.add(
              "/trigger/rule",
              "invalid recurrence rule: it never fires, no time to come matches it; look at COUNT"
                  + " and UNTIL, at the days that it asks for together, and at dtstart");
    }
  }
}
