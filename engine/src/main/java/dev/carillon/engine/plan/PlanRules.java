package dev.carillon.engine.plan;

import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Timeline;
import dev.carillon.engine.store.ClockStep;
import dev.carillon.engine.store.DueClock;
import dev.carillon.engine.store.NewRun;
import dev.carillon.engine.store.PlanRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Advances each due clock and accounts for what it passed. Pure; used by any thread. */
public final class PlanRules implements PlanRule {
  private final Set<String> localAgents;

  /**
   * @param localAgents the agents that this process is itself, known without a row in the store
   */
  public PlanRules(Set<String> localAgents) {
    this.localAgents = Set.copyOf(localAgents);
  }

  @Override
  public List<ClockStep> decide(List<DueClock> due, Instant now, int room) {
    var steps = new ArrayList<ClockStep>();
    var left = room;
    for (var one : due) {
      var step = step(one, now, left);
      steps.add(step);
      left -= started(step);
    }
    return steps;
  }

  /** Whether a schedule's target exists, here or in the store. */
  public boolean known(Target target, boolean stored) {
    return switch (target) {
      case Target.Agent(var name) -> stored || localAgents.contains(name);
    };
  }

  private ClockStep step(DueClock due, Instant now, int room) {
    try {
      var definition = due.schedule().definition();
      var timeline = new Timeline(definition.timetable(), definition.policies().catchup());
      var account =
          new Account(
              due.schedule(), due.clock(), known(definition.target(), due.targetStored()), room);
      account.book(timeline.advance(due.clock(), now));
      var after = ended(definition, account.clock());
      return new ClockStep.Moved(due.clock(), after, account.runs(), account.lines());
    } catch (RuntimeException broken) {
      // One schedule that cannot be planned must not hold up the others of its batch.
      return new ClockStep.Quarantined(due.clock(), "it cannot be planned: " + broken);
    }
  }

  /** The clock of a new schedule, which is due for the first time after now. */
  public static Clock begun(Schedule schedule, Instant now) {
    var first = schedule.definition().timetable().after(now);
    var clock =
        new Clock(schedule.id(), schedule.version(), ScheduleStatus.ACTIVE, first, first, 0, 0, 0);
    return ended(schedule.definition(), clock);
  }

  /** A clock without an instant or a run left has ended, unless its trigger never had any. */
  public static Clock ended(Definition definition, Clock clock) {
    return switch (definition.trigger()) {
      case Trigger.Cron _, Trigger.Every _, Trigger.Once _, Trigger.Dates _, Trigger.Recurring _ ->
          clock.cursor().isEmpty() || definition.bounds().spentBy(clock.launched())
              ? clock.at(Optional.empty(), Optional.empty()).with(ScheduleStatus.ENDED)
              : clock;
      case Trigger.Event _, Trigger.After _ ->
          definition.bounds().spentBy(clock.launched()) ? clock.with(ScheduleStatus.ENDED) : clock;
      case Trigger.Manual _ -> clock;
    };
  }

  /** The clock of a schedule whose end has passed. */
  public static Clock endedByTime(Clock clock) {
    return clock.status() == ScheduleStatus.ACTIVE ? clock.with(ScheduleStatus.ENDED) : clock;
  }

  private static int started(ClockStep step) {
    return switch (step) {
      case ClockStep.Moved moved ->
          (int)
              moved.runs().stream()
                  .filter(run -> run.placement() instanceof NewRun.Placement.Started)
                  .count();
      case ClockStep.Quarantined quarantined -> 0;
    };
  }
}
