package dev.carillon.testkit.store;

import dev.carillon.core.run.Outcome;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.Engine;
import dev.carillon.engine.rescue.Keeper;
import dev.carillon.engine.target.Attempt;
import dev.carillon.engine.target.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The whole engine on a store under test, driven by hand: time passes second by second, and each
 * loop takes one step in each. Its agent answers at once, or never while it is told to hold. For
 * one thread.
 */
final class Clockwork {
  private static final int PERMITS = 100;

  private final Trial trial;
  private final List<Attempt> calls = new ArrayList<>();
  private boolean holding;
  private Duration leapt = Duration.ZERO;
  private Engine engine;

  Clockwork(Trial trial) {
    this.trial = trial;
    engine = started();
  }

  private Engine started() {
    var made =
        new Engine(
            trial.store(),
            this::call,
            new Engine.Settings(
                new Keeper.Identity("clockwork", Trial.LEASE),
                PERMITS,
                Set.of(Sample.CLERK),
                Duration.ZERO),
            () -> Duration.between(Trial.START, trial.clock().instant()).minus(leapt).toNanos());
    made.join();
    return made;
  }

  private Caller.Call call(Attempt attempt, Consumer<Outcome> whenDone) {
    calls.add(attempt);
    if (!holding) {
      whenDone.accept(Sample.DONE);
    }
    return () -> {};
  }

  /** The agent does not answer from now on. */
  void hold() {
    holding = true;
  }

  /** The agent answers what it is asked from now on. */
  void answer() {
    holding = false;
  }

  /** So many seconds pass, and the engine looks in each of them. */
  void run(int seconds) {
    for (var second = 0; second < seconds; second++) {
      trial.clock().advance(Duration.ofSeconds(1));
      engine.tick();
      requirePermits();
    }
  }

  /** Whoever has a permit is called or settled: one that is lost is never found again. */
  private void requirePermits() {
    var held = engine.underWay() + engine.unsettled();
    if (engine.free() + held != PERMITS) {
      throw new AssertionError(engine.free() + " permits are free and " + held + " held");
    }
  }

  /** Time passes, and the engine does not look. */
  void pass(Duration time) {
    trial.clock().advance(time);
  }

  /** The database's clock is set ahead, or back, and no time passes. */
  void leap(Duration ahead) {
    leapt = leapt.plus(ahead);
    trial.clock().set(trial.clock().instant().plus(ahead));
  }

  /** The process is killed, and so long afterwards another takes its place. */
  void die(Duration down) {
    trial.restart();
    trial.clock().advance(down.minus(Trial.LEASE));
    engine = started();
  }

  Engine engine() {
    return engine;
  }

  /** The calls that the agent received for this schedule, in their order. */
  List<Attempt> calls(ScheduleId schedule) {
    return calls.stream().filter(call -> call.schedule().equals(schedule)).toList();
  }

  /** The occurrences that the agent was called for, in the order of the calls. */
  List<Instant> called(ScheduleId schedule) {
    return calls(schedule).stream().flatMap(call -> call.nominal().stream()).toList();
  }
}
