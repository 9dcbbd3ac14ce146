package dev.carillon.server.schedules;

import dev.carillon.api.schedules.Warning;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What people should know about a schedule that was saved all the same. */
final class Warnings {
  private final Store store;
  private final Set<String> localAgents;

  Warnings(Store store, Set<String> localAgents) {
    this.store = store;
    this.localAgents = Set.copyOf(localAgents);
  }

  /** What to know about a saved schedule. */
  List<Warning> about(Schedule schedule, Instant now) {
    var warnings = new ArrayList<>(about(schedule.definition().trigger(), now));
    var name =
        switch (schedule.definition().target()) {
          case Target.Agent(var agent) -> agent;
        };
    if (!exists(schedule.owner(), name)) {
      warnings.add(
          new Warning(
              "target_missing",
              "there is no agent " + name + " yet: until it is registered, no occurrence runs"));
    }
    if (schedule.definition().trigger() instanceof Trigger.After after) {
      warnings.addAll(deleted(schedule.owner(), after));
    }
    return List.copyOf(warnings);
  }

  private List<Warning> deleted(Owner owner, Trigger.After after) {
    var scope = new Scope(owner.tenant(), OptionalInt.empty());
    return after.schedules().stream()
        .filter(id -> store.read().schedule(scope, id).isEmpty())
        .map(id ->
            new Warning(
                "schedule_deleted",
                "the schedule " + id + " was deleted: no run of it comes any more to run after"))
        .toList();
  }

  /** What to know about a trigger. */
  static List<Warning> about(Trigger trigger, Instant now) {
    return switch (trigger) {
      case Trigger.Every _,
          Trigger.Once _,
          Trigger.Dates _,
          Trigger.Recurring _,
          Trigger.Untimed _ ->
          List.of();
      case Trigger.Cron(var times) ->
          times.explain(now).warnings().stream()
              .map(warning -> new Warning(warning.kind().wireName(), warning.text()))
              .toList();
    };
  }

  private boolean exists(Owner owner, String name) {
    return localAgents.contains(name) || store.agents().resolve(owner, name).isPresent();
  }
}
