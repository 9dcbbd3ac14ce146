package dev.carillon.server.schedules;

import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Spacing;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.time.Jitter;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.server.http.Findings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** When a schedule is due: its trigger and what bounds it. */
record Timing(Trigger trigger, Bounds bounds) {
  /** Nearer to each other, occurrences do not go to another day: they would be too many there. */
  private static final Duration MOVED = Duration.ofHours(1);

  /** The id of no schedule, for what is the same for every one. */
  static final ScheduleId ANYBODY = new ScheduleId(new UUID(0, 0));

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
    var zone = trigger.flatMap(Trigger::zone).orElse(ZoneId.of("UTC"));
    var bounds = new BoundsReading(draft, zone, sight.calendars(), findings).read();
    return trigger.isEmpty() || bounds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Timing(trigger.get(), bounds.get()));
  }

  /** When a schedule of this id would start. */
  Agenda agenda(ScheduleId id) {
    return Agenda.of(id, trigger, bounds);
  }

  /**
   * A schedule that is never due or too often is of no use here: that is a finding.
   *
   * @param minInterval how far apart its times lie at least; zero sets no minimum
   */
  void judge(ScheduleDraft draft, Instant now, Duration minInterval, Findings findings) {
    if (trigger instanceof Trigger.Untimed) {
      requireNoTimes(findings);
      return;
    }
    requireTimes(draft, now, findings);
    var smallest = Spacing.smallest(trigger, now);
    smallest
        .filter(gap -> bounds.calendars().moves() && gap.compareTo(MOVED) < 0)
        .ifPresent(gap ->
            findings.add(
                "/calendars/on_excluded",
                "occurrences go to another day only where they lie at least "
                    + words(MOVED)
                    + " apart, and two of its times are only "
                    + words(gap)
                    + " apart; skip them instead"));
    smallest
        .filter(gap -> gap.compareTo(minInterval) < 0)
        .ifPresent(gap -> findings.add(place(draft), tooOften(gap, minInterval)));
  }

  /** Bounds of times say nothing of a trigger that has none. */
  private void requireNoTimes(Findings findings) {
    var words = "bounds the times of a trigger, and this one has none: leave it out";
    if (bounds.window().isPresent()) {
      findings.add("/execution_window", "execution_window " + words);
    }
    if (!bounds.calendars().isEmpty()) {
      findings.add("/calendars", "calendars " + words);
    }
    if (!bounds.jitter().equals(Jitter.NONE)) {
      findings.add("/jitter", "jitter " + words);
    }
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

  /** What its bounds leave out altogether is of no use either. */
  private void requireDue(Instant now, Findings findings) {
    var agenda = agenda(ANYBODY);
    if (agenda.begin(now).flatMap(first -> agenda.due(first.nominal())).isEmpty()) {
      findings.add(
          bounds.window().isPresent() ? "/execution_window" : "/calendars",
          "it never fires: none of its times to come lies within "
              + (bounds.calendars().isEmpty()
                  ? "execution_window; move the window, or let what is outside of it wait"
                  : "what its calendars and its execution_window permit"));
    }
  }

  /** A schedule that no time to come is due at is of no use: that is a finding. */
  private void requireTimes(ScheduleDraft draft, Instant now, Findings findings) {
    if (bounds.within(trigger.timetable()).after(now).isPresent()) {
      requireDue(now, findings);
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
