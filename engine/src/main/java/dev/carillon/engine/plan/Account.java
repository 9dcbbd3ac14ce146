package dev.carillon.engine.plan;

import dev.carillon.core.admission.Admission;
import dev.carillon.core.admission.Turnstile;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.timeline.Advance;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Launch;
import dev.carillon.core.timeline.Line;
import dev.carillon.core.timeline.Passed;
import dev.carillon.core.timeline.Postponed;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.NewLine;
import dev.carillon.engine.store.NewRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accounts for an advance: every instant that the cursor passed becomes a run or part of a line,
 * and the schedule's own gate is counted on the way. Used by one thread for one clock.
 */
public final class Account {
  private final Schedule schedule;
  private final Turnstile turnstile;
  private final List<NewRun> runs = new ArrayList<>();
  private final List<NewLine> lines = new ArrayList<>();

  /**
   * @param clock as it stands, before the advance
   * @param room how many runs may start at once
   */
  public Account(Schedule schedule, Clock clock, boolean targetKnown, int room) {
    this.schedule = schedule;
    turnstile = new Turnstile(schedule.definition(), clock, targetKnown, room);
  }

  /**
   * Books the advance and moves the clock. With the last run that it may have the schedule has
   * ended: what comes after it is no occurrence, whether it was due in the same turn or later.
   */
  public void book(Advance advance) {
    for (var passed : advance.passed()) {
      if (!turnstile.isSpent()) {
        book(passed);
      }
    }
    turnstile.move(advance.cursor(), advance.wake());
  }

  private void book(Passed passed) {
    switch (passed) {
      case Launch launch -> launch(launch);
      case Postponed later -> postpone(later);
      case Line line -> lines.add(line(TriggerKind.SCHEDULE, line));
    }
  }

  public Clock clock() {
    return turnstile.clock();
  }

  public int room() {
    return turnstile.room();
  }

  public List<NewRun> runs() {
    return List.copyOf(runs);
  }

  public List<NewLine> lines() {
    return List.copyOf(lines);
  }

  private void launch(Launch launch) {
    var kind = Turnstile.kind(launch);
    switch (turnstile.admit(launch)) {
      case Admission.Start() -> run(launch, kind, new NewRun.Placement.Started());
      case Admission.Wait(var on) ->
          run(launch, kind, new NewRun.Placement.Queued(on, order(kind, launch.desired())));
      case Admission.Refuse(var reason) -> refuse(launch, kind, reason);
    }
  }

  private void postpone(Postponed later) {
    var launch = new Launch(later.nominal(), later.desired(), Reason.ON_TIME);
    turnstile
        .postpone()
        .ifPresentOrElse(
            reason -> refuse(launch, TriggerKind.SCHEDULE, reason),
            () ->
                run(
                    launch,
                    TriggerKind.SCHEDULE,
                    new NewRun.Placement.Delayed(order(TriggerKind.SCHEDULE, later.desired()))));
  }

  private void run(Launch launch, TriggerKind kind, NewRun.Placement placement) {
    runs.add(
        new NewRun(
            RunId.planned(schedule.id(), launch.nominal()),
            schedule,
            kind,
            Optional.of(launch.nominal()),
            launch.desired(),
            launch.reason(),
            placement,
            schedule.definition().input()));
  }

  /** Launches that are refused one after the other for the same reason are one range line. */
  private void refuse(Launch launch, TriggerKind kind, Reason reason) {
    if (!lines.isEmpty() && follows(lines.getLast(), kind, reason)) {
      var range = lines.removeLast();
      lines.add(
          line(
              kind,
              new Line(
                  range.nominal().orElseThrow(), launch.nominal(), range.covers() + 1, reason)));
      return;
    }
    lines.add(line(kind, new Line(launch.nominal(), launch.nominal(), 1, reason)));
  }

  /** Whether nothing stands between that line and what comes now. */
  private boolean follows(NewLine last, TriggerKind kind, Reason reason) {
    return last.kind() == kind
        && last.reason() == reason
        && (runs.isEmpty()
            || runs.getLast().nominal().orElseThrow().isBefore(last.nominal().orElseThrow()));
  }

  private NewLine line(TriggerKind kind, Line line) {
    return new NewLine(
        RunId.planned(schedule.id(), line.from()),
        schedule,
        kind,
        Optional.of(line.from()),
        line.covers() > 1 ? Optional.of(line.until()) : Optional.empty(),
        line.covers(),
        line.from(),
        line.reason().lostTime() ? RunState.MISSED : RunState.SKIPPED,
        line.reason());
  }

  /** Live runs go before those caught up; among equals the one due first. */
  public static long order(TriggerKind kind, Instant desired) {
    var lane = kind == TriggerKind.CATCHUP ? 1L : 0L;
    return (lane << 62) | desired.toEpochMilli();
  }
}
