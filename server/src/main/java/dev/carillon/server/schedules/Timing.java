package dev.carillon.server.schedules;

import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Spacing;
import dev.carillon.core.schedule.Timetable;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.server.http.Findings;
import java.time.Duration;
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
      ScheduleDraft draft, Instant now, Optional<Timing> present, Sight sight, Findings findings) {
    var before = present.map(Timing::trigger);
    var trigger = new TriggerReading(draft, now, before, sight, findings).read();
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

  /**
   * A schedule that is never due or too often is of no use here: that is a finding.
   *
   * @param minInterval how far apart its times lie at least; zero sets no minimum
   */
  void judge(ScheduleDraft draft, Instant now, Duration minInterval, Findings findings) {
    requireTimes(draft, now, findings);
    Spacing.smallest(trigger, now)
        .filter(gap -> gap.compareTo(minInterval) < 0)
        .ifPresent(gap -> findings.add(place(draft), tooOften(gap, minInterval)));
  }

  private String tooOften(Duration gap, Duration minInterval) {
    var what = trigger instanceof Trigger.Cron ? "cron interval" : "interval";
    return what
        + " too short: must be at least "
        + words(minInterval)
        + ", and two of its times are only "
        + words(gap)
        + " apart";
  }

  /** In minutes where they are whole, as the first of these sentences was. */
  private static String words(Duration time) {
    var minutes = time.toMinutes();
    if (!time.equals(Duration.ofMinutes(minutes)) || minutes == 0) {
      return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }

  private String place(ScheduleDraft draft) {
    return switch (trigger) {
      case Trigger.Cron _ ->
          draft.trigger().isPresent() ? "/trigger/expression" : "/cron_expression";
      case Trigger.Every _ -> "/trigger/every";
      case Trigger.Recurring _ -> "/trigger/rule";
      case Trigger.Once _, Trigger.Dates _ -> "/trigger/at";
      case Trigger.Untimed _ -> "/trigger";
    };
  }

  /** A schedule that no time to come is due at is of no use: that is a finding. */
  private void requireTimes(ScheduleDraft draft, Instant now, Findings findings) {
    if (trigger instanceof Trigger.Untimed || timetable().after(now).isPresent()) {
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
      case Trigger.Untimed _, Trigger.Every _ -> {}
      case Trigger.Cron _ ->
          findings.add(
              place(draft), "invalid cron expression: it never fires, no date to come matches it");
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
