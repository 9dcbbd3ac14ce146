package dev.carillon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.simulation.Replay;
import dev.carillon.core.simulation.Simulation;
import dev.carillon.core.simulation.Simulation.Down;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a replay foretells is what the whole engine does on every store, instant by instant. */
public interface ReplayContract {
  /** What is due lies in so many seconds; afterwards the last runs end. */
  int DUE = 40;

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_replay_foretells_what_the_engine_does_under_every_policy() {
    for (var overlap : OverlapPolicy.values()) {
      for (var policy : CatchupPolicy.values()) {
        var random = new Random((overlap + " " + policy).hashCode());
        var catchup = new Catchup(policy, Duration.ofSeconds(20 + random.nextInt(20)), 5);
        assertForetold(definition(overlap, catchup, random), random);
      }
    }
  }

  private void assertForetold(Definition definition, Random random) {
    var begun = 1 + random.nextInt(5);
    var downFrom = 10 + random.nextInt(10);
    var down = new Down(Trial.at(downFrom), Trial.at(downFrom + 15 + random.nextInt(15)));
    var simulation =
        new Simulation(
            Trial.START,
            Trial.at(DUE + 60L),
            List.of(down),
            nominal -> Duration.ofSeconds(begun + nominal.getEpochSecond() % 5));
    var trial = new Trial(rig());
    var id = trial.create(definition);
    new Rehearsal(trial, simulation).run();
    assertThat(trial.see().live(id)).isEmpty();
    assertThat(happened(trial.see().lines(id), definition))
        .as(definition + " " + simulation)
        .isEqualTo(foretold(simulation.replay(definition), definition))
        .hasSizeGreaterThan(DUE / 9);
  }

  private static Definition definition(OverlapPolicy overlap, Catchup catchup, Random random) {
    var trigger =
        new Trigger.Every(
            1L + random.nextInt(4), Trigger.Unit.SECONDS, Trial.at(random.nextInt(3)));
    var due = Sample.due(trigger);
    return new Definition(
        trigger,
        new Bounds(Optional.empty(), Optional.of(Trial.at(DUE)), Optional.empty()),
        due.target(),
        due.input(),
        Sample.overlap(overlap, catchup));
  }

  private static Map<Instant, String> foretold(Replay replay, Definition definition) {
    assertThat(replay.waiting()).isEmpty();
    var told = new TreeMap<Instant, String>();
    replay.runs().forEach(ran -> told.put(ran.nominal(), ran.reason() + " at " + ran.started()));
    for (var line : replay.lines()) {
      each(definition, line.from(), line.until(), told, line.reason().toString());
    }
    return told;
  }

  private static Map<Instant, String> happened(List<LineRow> lines, Definition definition) {
    var told = new TreeMap<Instant, String>();
    for (var line : lines) {
      var nominal = line.nominal().orElseThrow();
      if (line.started().isPresent()) {
        told.put(nominal, line.reason() + " at " + line.started().get());
      } else {
        each(definition, nominal, line.until().orElse(nominal), told, line.reason().toString());
      }
    }
    return told;
  }

  /** Tells the same of each instant from a first to a last one. */
  private static void each(
      Definition definition, Instant first, Instant last, Map<Instant, String> told, String what) {
    var at = definition.timetable().from(first);
    while (at.isPresent() && !at.get().isAfter(last)) {
      assertThat(told.put(at.get(), what)).as("told twice of " + at.get()).isNull();
      at = definition.timetable().after(at.get());
    }
  }
}
