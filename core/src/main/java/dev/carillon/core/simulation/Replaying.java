package dev.carillon.core.simulation;

import dev.carillon.core.admission.Admission;
import dev.carillon.core.admission.Turnstile;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.simulation.Replay.Ran;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.core.timeline.Launch;
import dev.carillon.core.timeline.Line;
import dev.carillon.core.timeline.Postponed;
import dev.carillon.core.timeline.Reason;
import dev.carillon.core.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.Stream;

/** One replay, from event to event: something is due, or a run ends. Used once, by one thread. */
final class Replaying {
  /** A month of a schedule of each minute has fewer. */
  private static final int MOST_EVENTS = 100_000;

  private static final ScheduleId ANYBODY = new ScheduleId(new UUID(0, 0));

  private final Simulation simulation;
  private final Timeline timeline;
  private final Turnstile turnstile;
  private final List<Ran> runs = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final PriorityQueue<Instant> ends = new PriorityQueue<>();
  private final PriorityQueue<Launch> postponed =
      new PriorityQueue<>(Comparator.comparing(Launch::desired));
  private final PriorityQueue<Launch> waiting =
      new PriorityQueue<>(Comparator.comparing(Launch::desired));

  Replaying(Definition definition, Simulation simulation) {
    this.simulation = simulation;
    var agenda = Agenda.of(ANYBODY, definition);
    timeline = new Timeline(agenda, definition.policies().catchup());
    var clock = Timeline.begin(ANYBODY, 1, agenda, simulation.from());
    turnstile = new Turnstile(definition, clock, true, Integer.MAX_VALUE);
  }

  Replay run() {
    var events = 0;
    var next = nextEvent();
    while (next.isPresent() && events < MOST_EVENTS) {
      plan(next.get());
      launchPostponed(next.get());
      settle(next.get());
      next = nextEvent();
      events++;
    }
    return new Replay(
        runs,
        lines,
        Stream.concat(waiting.stream(), postponed.stream()).map(Launch::nominal).sorted().toList(),
        next.isEmpty());
  }

  /** When somebody next looks at what is due or has ended. */
  private Optional<Instant> nextEvent() {
    var starts = Optional.ofNullable(postponed.peek()).map(Launch::desired);
    return Stream.of(due(), Optional.ofNullable(ends.peek()), starts)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(simulation::whenUp)
        .filter(at -> !at.isAfter(simulation.until()));
  }

  private Optional<Instant> due() {
    return turnstile.isSpent() ? Optional.empty() : turnstile.clock().wake();
  }

  private void plan(Instant now) {
    if (due().filter(at -> !at.isAfter(now)).isEmpty()) {
      return;
    }
    var advance = timeline.advance(turnstile.clock(), now);
    for (var passed : advance.passed()) {
      if (turnstile.isSpent()) {
        break;
      }
      switch (passed) {
        case Launch launch -> launch(launch, now);
        case Postponed later -> postpone(later);
        case Line line -> lines.add(line);
      }
    }
    turnstile.move(advance.cursor(), advance.wake());
  }

  private void postpone(Postponed later) {
    if (turnstile.postpone().isEmpty()) {
      postponed.add(new Launch(later.nominal(), later.desired(), Reason.ON_TIME));
    }
  }

  private void launchPostponed(Instant now) {
    while (!postponed.isEmpty() && !postponed.peek().desired().isAfter(now)) {
      admitted(turnstile.admitPostponed(), postponed.remove(), now);
    }
  }

  private void launch(Launch launch, Instant now) {
    admitted(turnstile.admit(launch), launch, now);
  }

  private void admitted(Admission admission, Launch launch, Instant now) {
    switch (admission) {
      case Admission.Start() -> start(launch, now);
      case Admission.Wait _ -> waiting.add(launch);
      case Admission.Refuse(var reason) ->
          lines.add(new Line(launch.nominal(), launch.nominal(), 1, reason));
    }
  }

  /** A run that ends when the next one is due still holds its place then. */
  private void settle(Instant now) {
    while (!ends.isEmpty() && !ends.peek().isAfter(now)) {
      ends.remove();
      if (turnstile.leave()) {
        turnstile.handOn();
        start(waiting.remove(), now);
      }
    }
  }

  private void start(Launch launch, Instant now) {
    var end = now.plus(simulation.duration().apply(launch.nominal()));
    ends.add(end);
    runs.add(
        new Ran(
            launch.nominal(),
            now,
            Optional.of(end).filter(at -> !at.isAfter(simulation.until())),
            Timeline.whenBegun(launch.reason(), launch.desired(), now)));
  }
}
