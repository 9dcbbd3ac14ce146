package dev.carillon.store.postgres;

import dev.carillon.core.schedule.Calendars;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.testkit.store.AccessContract;
import dev.carillon.testkit.store.CalendarContract;
import dev.carillon.testkit.store.Sample;
import dev.carillon.testkit.store.Trial;
import java.time.LocalDate;
import java.util.List;

/**
 * A store in which every verb has something to do: clocks are due, runs are running here and on a
 * dead node, queued, parked, and waiting for their schedule's place, and signals have come.
 *
 * @param serial its runs wait for each other
 * @param parallel its runs overlap
 * @param listening it waits for {@link #EVENT}
 */
record Scene(
    int node,
    ScheduleId serial,
    ScheduleId parallel,
    ScheduleId paused,
    ScheduleId listening,
    List<StartedRun> running) {
  static final String EVENT = "deployed";

  /** No day of the scene. */
  static final LocalDate HOLIDAY = LocalDate.of(2026, 12, 25);

  /** Every five seconds, though not on days of a calendar. */
  static Definition excluding(Policies policies) {
    return CalendarContract.excluding(
        Sample.definition(Sample.EVERY_FIVE, policies), Calendars.OnExcluded.SKIP);
  }

  static Scene set(Trial trial) {
    AccessContract.People.founded(trial.rig());
    var lost = trial.create(Sample.EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.clock().advance(Trial.LEASE.minusSeconds(1));
    trial.store().nodes().join("node", Trial.LEASE);
    var node = trial.becomeAnother();
    trial.save(CalendarContract.covering(HOLIDAY));
    var serial = trial.create(excluding(Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY)));
    var paused = trial.create(Sample.EVERY_FIVE, Policies.DEFAULT);
    trial.triggered(paused, "before the pause");
    trial.pause(paused);
    var listening = trial.create(Sample.due(new Trigger.Event(EVENT, EventFilter.ALL)));
    trial.create(Sample.due(new Trigger.After(List.of(serial, lost), Condition.ANY, Awaited.END)));
    trial.pass(14);
    trial.pass(14);
    var running = trial.plan();
    var parallel = trial.create(Sample.EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    trial.pass(6);
    trial.plan(0);
    trial.pass(5);
    trial.publish(EVENT, "before");
    if (trial.see().live(lost).isEmpty() || running.isEmpty()) {
      throw new IllegalStateException("the scene is not set: " + trial.see().live());
    }
    return new Scene(node, serial, parallel, paused, listening, running);
  }
}
