package dev.carillon.engine.plan;

import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Timeline;
import dev.carillon.engine.store.ClockStep;
import dev.carillon.engine.store.DueClock;
import dev.carillon.engine.store.PlanRule;
import java.time.Instant;
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

  /** Whether a schedule's target exists, here or in the store. */
  public boolean known(Target target, boolean stored) {
    return switch (target) {
      case Target.Agent(var name) -> stored || localAgents.contains(name);
    };
  }

  @Override
  public ClockStep decide(DueClock due, Instant now, int room) {
    try {
      var definition = due.schedule().definition();
      var timeline = timeline(due.schedule());
      var account =
          new Account(
              due.schedule(), due.clock(), known(definition.target(), due.targetStored()), room);
      account.book(timeline.advance(due.clock(), now));
      var after = ended(definition, account.clock(), now);
      return new ClockStep.Moved(due.clock(), after, account.runs(), account.lines());
    } catch (RuntimeException broken) {
      // One schedule that cannot be planned must not hold up the others of its batch.
      return new ClockStep.Quarantined(due.clock(), "it cannot be planned: " + broken);
    }
  }

  /** The clock of a new schedule, which is due for the first time after now. */
  public static Clock begun(Schedule schedule, Instant now) {
    var agenda = Agenda.of(schedule.id(), schedule.definition());
    var clock = Timeline.begin(schedule.id(), schedule.version(), agenda, now);
    return ended(schedule.definition(), clock, now);
  }

  /** The timeline of a schedule. */
  public static Timeline timeline(Schedule schedule) {
    var definition = schedule.definition();
    return new Timeline(Agenda.of(schedule.id(), definition), definition.policies().catchup());
  }

  /**
   * A clock without an instant or a run left has ended, unless its trigger never had any: what
   * waits for something else ends with the last run it may have or the last moment it may have one,
   * and is woken for that.
   */
  public static Clock ended(Definition definition, Clock clock, Instant now) {
    return switch (definition.trigger()) {
      case Trigger.Cron _, Trigger.Every _, Trigger.Once _, Trigger.Dates _, Trigger.Recurring _ ->
          clock.cursor().isEmpty() || definition.bounds().spentBy(clock.launched())
              ? clock.at(Optional.empty(), Optional.empty()).with(ScheduleStatus.ENDED)
              : clock;
      case Trigger.Event _, Trigger.After _ -> {
        var end = definition.bounds().endAt().map(last -> last.plusMillis(1));
        var isOver = end.filter(one -> !now.isBefore(one)).isPresent();
        yield isOver || definition.bounds().spentBy(clock.launched())
            ? clock.at(Optional.empty(), Optional.empty()).with(ScheduleStatus.ENDED)
            : clock.at(Optional.empty(), end);
      }
      case Trigger.Manual _ -> clock;
    };
  }
}
