package dev.carillon.engine.change;

import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.store.Change;
import dev.carillon.engine.store.ChangeRule;
import dev.carillon.engine.store.ChangeStore;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.ChangeStore.Created;
import dev.carillon.engine.store.ChangeStore.Draft;
import dev.carillon.engine.store.Scope;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** What people do to schedules. Every deed is durable when it answers. Shared by all threads. */
public final class Schedules {
  private static final OptionalInt NO_LIMIT = OptionalInt.empty();

  private final ChangeStore store;
  private final PlanRules rules;
  private final Runnable news;

  /**
   * @param news called after each change, so that the loops look at once
   */
  public Schedules(ChangeStore store, PlanRules rules, Runnable news) {
    this.store = store;
    this.rules = rules;
    this.news = news;
  }

  /** Creates a schedule, which is due for the first time after now. */
  public Created create(Draft draft, OptionalInt atMost) {
    var created = store.create(draft, atMost, PlanRules::begun);
    news.run();
    return created;
  }

  /** Who changes what, and the version they saw, if they say. */
  public record Who(Scope scope, ScheduleId schedule, String actor, OptionalInt version) {}

  /** What an edit makes of a schedule. */
  public record Edited(Heading heading, Definition definition) {}

  /**
   * Makes the next version. The edit is computed from the present version, under its lock. One that
   * had ended is revived only while its owner has fewer than so many.
   */
  public Changed edit(Who who, OptionalInt atMost, UnaryOperator<Edited> edit) {
    return change(
        who,
        atMost,
        (entry, now, targetStored) -> {
          var present = new Edited(entry.schedule().heading(), entry.schedule().definition());
          var next = edit.apply(present);
          var known = rules.known(present.definition().target(), targetStored);
          return Changes.edit(
              entry, next.heading(), next.definition(), new Changes.Edit(now, who.actor(), known));
        });
  }

  /** Stops planning until somebody resumes; pausing what is paused changes nothing. */
  public Changed pause(Who who, String reason) {
    return change(
        who,
        NO_LIMIT,
        (entry, now, targetStored) -> Changes.pause(entry, now, who.actor(), reason));
  }

  /** Goes on; resuming what is not paused changes nothing. */
  public Changed resume(Who who) {
    return change(
        who,
        NO_LIMIT,
        (entry, now, targetStored) ->
            Changes.resume(
                entry,
                now,
                who.actor(),
                rules.known(entry.schedule().definition().target(), targetStored)));
  }

  /** Hides the schedule for good; its ledger stays. */
  public Changed delete(Who who) {
    return change(
        who, NO_LIMIT, (entry, now, targetStored) -> Changes.delete(entry, now, who.actor()));
  }

  private Changed change(Who who, OptionalInt atMost, ChangeRule rule) {
    var changed = store.change(who.scope(), who.schedule(), atMost, ifSeen(who, rule));
    news.run();
    return changed;
  }

  private static ChangeRule ifSeen(Who who, ChangeRule rule) {
    return (entry, now, targetStored) -> {
      var version = entry.schedule().version();
      return who.version().isPresent() && who.version().getAsInt() != version
          ? new Change.Outdated(version)
          : rule.decide(entry, now, targetStored);
    };
  }
}
