package dev.carillon.core.simulation;

import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replays a schedule that is begun at an instant, over a span of time in which each run takes as
 * long as it is told and nobody plans during a downtime. The rules are those of the engine; what
 * other schedules do is left out. Pure, and bounded in its work.
 *
 * @param from when the schedule is created
 * @param until the last instant that is looked at
 * @param duration how long the run of an occurrence takes, by its nominal time
 */
public record Simulation(
    Instant from, Instant until, List<Down> downs, Function<Instant, Duration> duration) {
  public Simulation {
    downs = List.copyOf(downs);
  }

  /** A stretch of time, its end excluded, in which nobody plans; calls under way go on. */
  public record Down(Instant from, Instant until) {
    boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(until);
    }
  }

  /** A choice of the two policies that decide what runs. */
  public record Choice(OverlapPolicy overlap, CatchupPolicy catchup) {}

  /** What this definition does. */
  public Replay replay(Definition definition) {
    return new Replaying(definition, this).run();
  }

  /** What this definition would do under each choice of policies. */
  public Map<Choice, Replay> compare(Definition definition) {
    var replays = new LinkedHashMap<Choice, Replay>();
    for (var overlap : OverlapPolicy.values()) {
      for (var catchup : CatchupPolicy.values()) {
        var choice = new Choice(overlap, catchup);
        replays.put(choice, replay(under(choice, definition)));
      }
    }
    return replays;
  }

  /** The first instant from this one on at which somebody plans. */
  Instant whenUp(Instant instant) {
    var up = instant;
    var down = downAt(up);
    while (down.isPresent()) {
      up = down.get().until();
      down = downAt(up);
    }
    return up;
  }

  private Optional<Down> downAt(Instant instant) {
    return downs.stream().filter(down -> down.contains(instant)).findFirst();
  }

  private static Definition under(Choice choice, Definition definition) {
    var policies = definition.policies();
    var catchup = policies.catchup();
    return new Definition(
        definition.trigger(),
        definition.bounds(),
        definition.target(),
        definition.input(),
        new Policies(
            choice.overlap(),
            new Catchup(choice.catchup(), catchup.window(), catchup.limit()),
            policies.onResume(),
            policies.onLost(),
            policies.timeout()));
  }
}
