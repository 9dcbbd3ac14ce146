package dev.carillon.store.postgres;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.run.RunRules;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.engine.change.Schedules;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.request.Requests;
import dev.carillon.engine.signal.SignalRules;
import dev.carillon.engine.store.ChangeRule;
import dev.carillon.engine.store.ChangeStore;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.PlanStore.Turn;
import dev.carillon.engine.store.RequestStore;
import dev.carillon.engine.store.RescueStore.Held;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.store.transaction.Verbs;
import dev.carillon.testkit.store.CalendarContract;
import dev.carillon.testkit.store.Sample;
import dev.carillon.testkit.store.Trial;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A transaction that passes a gate while it holds its locks, if it has a rule to pass it in. */
enum Verb {
  PLAN(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      verbs
          .plan()
          .plan(
              scene.node(),
              new Turn(Lane.LIVE, 10, 10),
              gate.within(new PlanRules(Set.of(Sample.CLERK))));
    }
  },
  CLAIM(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      verbs
          .claim()
          .claim(
              scene.node(),
              10,
              (kind, status) -> {
                gate.pass();
                return Gatekeeper.onTurn(kind, status);
              });
    }
  },
  SETTLE(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      var batch = scene.running().stream().map(run -> Trial.ended(run, Sample.DONE)).toList();
      verbs
          .settle()
          .settle(
              batch,
              (overlap, live) -> {
                gate.pass();
                return Gatekeeper.placeFree(overlap, live);
              });
    }
  },
  RESCUE(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      verbs.nodes().bury();
      verbs
          .rescue()
          .rescue(
              10,
              (policy, times) -> {
                gate.pass();
                return RunRules.lost(policy, times);
              },
              Gatekeeper::placeFree);
    }
  },
  REQUEUE(false) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      var held = scene.running().stream().map(run -> new Held(run.id(), run.epoch())).toList();
      verbs.rescue().requeue(scene.node(), held);
    }
  },
  PAUSE(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      schedules(verbs, gate).pause(Trial.ada(scene.serial()), "for a while");
    }
  },
  RESUME(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      schedules(verbs, gate).resume(Trial.ada(scene.paused()));
    }
  },
  EDIT(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      var next = Sample.definition(Sample.EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
      schedules(verbs, gate)
          .edit(
              Trial.ada(scene.serial()),
              OptionalInt.empty(),
              before -> new Schedules.Edited(before.heading(), next));
    }
  },
  CHAIN(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      var after = new Trigger.After(List.of(scene.parallel()), Condition.ALL, Awaited.END);
      schedules(verbs, gate)
          .edit(
              Trial.ada(scene.serial()),
              OptionalInt.empty(),
              before -> new Schedules.Edited(before.heading(), Sample.due(after)));
    }
  },
  PUBLISH(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      var event = new SignalStore.Event(Trial.OWNER, Scene.EVENT, "e", "{}");
      verbs
          .signals()
          .publish(
              Trial.MINE,
              event,
              schedule -> {
                gate.pass();
                return true;
              });
    }
  },
  TAKE(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      var rules = new SignalRules(new PlanRules(Set.of(Sample.CLERK)));
      verbs
          .signals()
          .take(
              10,
              (signal, now) -> {
                gate.pass();
                return rules.decide(signal, now);
              });
    }
  },
  UNLISTEN(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      schedules(verbs, gate).delete(Trial.ada(scene.listening()));
    }
  },
  DELETE(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      schedules(verbs, gate).delete(Trial.ada(scene.serial()));
    }
  },
  CREATE(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      verbs
          .change()
          .create(
              Trial.draft(Scene.excluding(Policies.DEFAULT)),
              OptionalInt.of(100),
              (schedule, now) -> {
                gate.pass();
                return PlanRules.begun(schedule, now);
              });
    }
  },
  REQUEST(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      new Requests(gate.within(verbs.request()), new PlanRules(Set.of(Sample.CLERK)), () -> {})
          .trigger(
              Trial.MINE,
              scene.parallel(),
              new RequestStore.RequestKey("k", true, "as always"),
              new Requests.Manual(UnaryOperator.identity(), Optional.empty()));
    }
  },
  SAVE_CALENDAR(true) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      verbs
          .calendars()
          .save(
              CalendarContract.covering(Scene.HOLIDAY.plusDays(1)),
              gate.within(new PlanRules(Set.of(Sample.CLERK))));
    }
  },
  DROP_CALENDAR(false) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      verbs.calendars().delete(Trial.OWNER, "days");
    }
  },
  RENEW(false) {
    @Override
    void run(Verbs verbs, Scene scene, Gate gate) {
      verbs.nodes().renew(scene.node(), Trial.LEASE);
    }
  };

  private final boolean gated;

  Verb(boolean gated) {
    this.gated = gated;
  }

  /** Whether it has a rule in which it can be held up. */
  boolean gated() {
    return gated;
  }

  abstract void run(Verbs verbs, Scene scene, Gate gate);

  static List<Verb> all() {
    return List.of(values());
  }

  private static Schedules schedules(Verbs verbs, Gate gate) {
    var change = verbs.change();
    var gated =
        new ChangeStore() {
          @Override
          public Created create(Draft draft, OptionalInt atMost, FirstClock first) {
            return change.create(draft, atMost, first);
          }

          @Override
          public Changed change(Scope scope, ScheduleId id, OptionalInt atMost, ChangeRule rule) {
            return change.change(
                scope,
                id,
                atMost,
                (entry, now, stored) -> {
                  gate.pass();
                  return rule.decide(entry, now, stored);
                });
          }
        };
    return new Schedules(gated, new PlanRules(Set.of(Sample.CLERK)), () -> {});
  }
}
