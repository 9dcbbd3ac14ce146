package dev.carillon.engine.change;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.timeline.Advance;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Reason;
import dev.carillon.core.timeline.Timeline;
import dev.carillon.engine.plan.Account;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.store.Change;
import dev.carillon.engine.store.Change.Waiting;
import dev.carillon.engine.store.Deed;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Halt;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules of what people do to a schedule. Each first accounts for every instant that is due by
 * now, under the old definition, and then moves on. Pure.
 */
final class Changes {
  /** An advance stops at its bound; this many of them pass any backlog that can build up. */
  private static final int MAX_ADVANCES = 20;

  private Changes() {}

  /** What is due is old, what comes after the acknowledgement is new. */
  static Change edit(Entry entry, Heading heading, Definition definition, Edit edit) {
    var old = entry.schedule();
    if (old.heading().equals(heading) && old.definition().equals(definition)) {
      return new Change.Leave();
    }
    var next =
        new Schedule(
            old.id(),
            old.owner(),
            old.version() + 1,
            heading,
            definition,
            old.createdAt(),
            edit.now());
    var account = new Account(old, entry.clock(), edit.targetKnown(), 0);
    var clock = passed(account, entry, next, edit.now());
    return new Change.Apply(
        next,
        clock,
        clock.status() == ScheduleStatus.PAUSED ? entry.halt() : Optional.empty(),
        // What was parked when its schedule could not be planned goes on with the mended one.
        clock.status() == ScheduleStatus.PAUSED ? Waiting.KEEP : Waiting.RELEASE,
        account.runs(),
        account.lines(),
        new Deed(Deed.Kind.UPDATED, edit.actor(), "version " + next.version()));
  }

  /** When, by whom, and whether the target of the old definition exists. */
  record Edit(Instant now, String actor, boolean targetKnown) {}

  /** What is due and not yet launched does not run; waiting runs keep their places until resume. */
  static Change pause(Entry entry, Instant now, String actor, String reason) {
    return switch (entry.clock().status()) {
      case PAUSED, DELETED -> new Change.Leave();
      case ENDED -> new Change.Refuse("the schedule has ended, so there is nothing to pause");
      case QUARANTINED ->
          new Change.Refuse("the schedule is quarantined: mend its definition or resume it");
      case ACTIVE -> {
        var account = new Account(entry.schedule(), entry.clock(), true, 0);
        account.book(timeline(entry).pass(entry.clock(), now, Reason.PAUSED));
        yield new Change.Apply(
            entry.schedule().changedAt(now),
            sleeping(account.clock().with(ScheduleStatus.PAUSED)),
            Optional.of(new Halt(now, actor, reason)),
            Waiting.KEEP,
            account.runs(),
            account.lines(),
            new Deed(Deed.Kind.PAUSED, actor, reason));
      }
    };
  }

  /**
   * What the pause held back is accounted for by the resume policy; what was due in a quarantine
   * did not run.
   */
  static Change resume(Entry entry, Instant now, String actor, boolean targetKnown) {
    var schedule = entry.schedule();
    var timeline = timeline(entry);
    var status = entry.clock().status();
    if (entry.isUnread()
        && (status == ScheduleStatus.PAUSED || status == ScheduleStatus.QUARANTINED)) {
      return new Change.Refuse(
          "the definition of the schedule cannot be read: give it a trigger and a target anew");
    }
    return switch (status) {
      case ACTIVE, ENDED, DELETED -> new Change.Leave();
      case PAUSED ->
          resumed(
              entry,
              timeline.resume(entry.clock(), now, schedule.definition().policies().onResume()),
              new Edit(now, actor, targetKnown));
      case QUARANTINED ->
          resumed(
              entry,
              timeline.pass(entry.clock(), now, Reason.QUARANTINED),
              new Edit(now, actor, targetKnown));
    };
  }

  private static Change resumed(Entry entry, Advance heldBack, Edit by) {
    var schedule = entry.schedule().changedAt(by.now());
    var account = new Account(schedule, entry.clock(), by.targetKnown(), 0);
    account.book(heldBack);
    var active = account.clock().with(ScheduleStatus.ACTIVE);
    var clock = PlanRules.ended(schedule.definition(), active, by.now());
    return new Change.Apply(
        schedule,
        clock,
        Optional.empty(),
        Waiting.RELEASE,
        account.runs(),
        account.lines(),
        new Deed(Deed.Kind.RESUMED, by.actor(), ""));
  }

  /** The schedule is hidden and kept; what waited ends, what runs goes on. */
  static Change delete(Entry entry, Instant now, String actor) {
    var paused = entry.clock().status() == ScheduleStatus.PAUSED;
    var account = new Account(entry.schedule(), entry.clock(), true, 0);
    var reason = paused ? Reason.PAUSED : Reason.SCHEDULE_DELETED;
    account.book(timeline(entry).passDelayed(entry.clock(), now, reason));
    return new Change.Apply(
        entry.schedule(),
        account.clock().at(Optional.empty(), Optional.empty()).with(ScheduleStatus.DELETED),
        Optional.empty(),
        Waiting.END,
        account.runs(),
        account.lines(),
        new Deed(Deed.Kind.DELETED, actor, ""));
  }

  /**
   * The clock after an edit. One that does not touch when the schedule is due leaves the cursor,
   * and what a pause holds back, where they are; after another one the new definition begins now.
   */
  private static Clock passed(Account account, Entry entry, Schedule next, Instant now) {
    var timeline = timeline(entry);
    var sameTimes = haveSameTimes(entry.schedule().definition(), next.definition());
    switch (entry.clock().status()) {
      case PAUSED -> {
        if (sameTimes) {
          return account.clock().withVersion(next.version());
        }
        account.book(timeline.passDelayed(account.clock(), now, Reason.PAUSED));
      }
      case ACTIVE -> {
        launchDue(account, timeline, now);
        if (sameTimes) {
          var versioned = account.clock().withVersion(next.version());
          return PlanRules.ended(next.definition(), versioned, now);
        }
        launchDelayed(account, timeline, now);
      }
      case QUARANTINED ->
          account.book(timeline.passDelayed(account.clock(), now, Reason.QUARANTINED));
      case ENDED, DELETED -> {}
    }
    return goOn(account.clock().withVersion(next.version()), entry.schedule(), next, now);
  }

  private static boolean haveSameTimes(Definition old, Definition fresh) {
    return old.trigger().equals(fresh.trigger()) && old.bounds().equals(fresh.bounds());
  }

  private static void launchDue(Account account, Timeline timeline, Instant now) {
    for (var i = 0; i < MAX_ADVANCES && timeline.isDue(account.clock(), now); i++) {
      account.book(timeline.advance(account.clock(), now));
    }
    if (timeline.isDue(account.clock(), now)) {
      account.book(timeline.pass(account.clock(), now, Reason.SUPERSEDED));
    }
  }

  /** What is nominally over keeps its place on the old timeline, though it starts later. */
  private static void launchDelayed(Account account, Timeline timeline, Instant now) {
    for (var i = 0; i < MAX_ADVANCES && isOver(account.clock(), now); i++) {
      account.book(timeline.launchDelayed(account.clock(), now));
    }
    if (isOver(account.clock(), now)) {
      account.book(timeline.passDelayed(account.clock(), now, Reason.SUPERSEDED));
    }
  }

  /** An edit mends what was quarantined and revives what had ended; a pause stays a pause. */
  private static Clock goOn(Clock clock, Schedule old, Schedule next, Instant now) {
    var agenda = Agenda.of(next.id(), next.definition());
    var moved = PlanRules.timeline(old).rebase(clock, agenda, now);
    if (clock.status() == ScheduleStatus.PAUSED) {
      return sleeping(moved);
    }
    return PlanRules.ended(next.definition(), moved.with(ScheduleStatus.ACTIVE), now);
  }

  private static boolean isOver(Clock clock, Instant now) {
    return clock.cursor().filter(cursor -> !cursor.isAfter(now)).isPresent();
  }

  private static Clock sleeping(Clock clock) {
    return clock.at(clock.cursor(), Optional.empty());
  }

  /**
   * Of a definition that cannot be read any more nothing is known but the instant it stopped at, if
   * it had any.
   */
  private static Timeline timeline(Entry entry) {
    var schedule = entry.schedule();
    if (!entry.isUnread()) {
      return PlanRules.timeline(schedule);
    }
    var stopped =
        entry.clock().cursor().<Trigger>map(Trigger.Once::new).orElseGet(Trigger.Manual::new);
    return new Timeline(
        Agenda.of(schedule.id(), stopped, Bounds.NONE), schedule.definition().policies().catchup());
  }
}
