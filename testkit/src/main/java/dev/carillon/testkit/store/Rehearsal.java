package dev.carillon.testkit.store;

import dev.carillon.core.run.Outcome;
import dev.carillon.core.simulation.Simulation;
import dev.carillon.engine.Engine;
import dev.carillon.engine.rescue.Keeper;
import dev.carillon.engine.target.Attempt;
import dev.carillon.engine.target.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The whole engine through the span of a simulation, second by second: its agent takes as long as
 * the simulation tells, and nobody looks during a downtime. For one thread.
 */
final class Rehearsal {
  private final Trial trial;
  private final Simulation simulation;
  private final List<Call> calls = new ArrayList<>();
  private final Engine engine;

  private record Call(Instant end, Consumer<Outcome> whenDone) {}

  Rehearsal(Trial trial, Simulation simulation) {
    this.trial = trial;
    this.simulation = simulation;
    engine =
        new Engine(
            trial.store(),
            this::call,
            new Engine.Settings(
                new Keeper.Identity("rehearsal", Duration.ofDays(1)),
                1_000,
                Set.of(Sample.CLERK),
                Duration.ZERO),
            () -> Duration.between(Trial.START, trial.clock().instant()).toNanos());
    engine.join();
  }

  void run() {
    while (trial.clock().instant().isBefore(simulation.until())) {
      var now = trial.clock().advance(Duration.ofSeconds(1));
      if (isUp(now)) {
        endCalls(now);
        engine.tick();
        // A run to which the place was handed on in this second starts in it.
        engine.tick();
      }
    }
  }

  private Caller.Call call(Attempt attempt, Consumer<Outcome> whenDone) {
    var takes = simulation.duration().apply(attempt.nominal().orElseThrow());
    calls.add(new Call(trial.clock().instant().plus(takes), whenDone));
    return () -> {};
  }

  private void endCalls(Instant now) {
    var ended = calls.stream().filter(call -> !call.end().isAfter(now)).toList();
    calls.removeAll(ended);
    ended.stream()
        .sorted(Comparator.comparing(Call::end))
        .forEach(call -> call.whenDone().accept(Sample.DONE));
  }

  private boolean isUp(Instant now) {
    return simulation.downs().stream()
        .noneMatch(down -> !now.isBefore(down.from()) && now.isBefore(down.until()));
  }
}
