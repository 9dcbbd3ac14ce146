package dev.carillon.server.schedules;

import dev.carillon.api.json.WireJson;
import dev.carillon.api.schedules.ScheduleReceipt;
import dev.carillon.api.schedules.ScheduleView;
import dev.carillon.api.schedules.Warning;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.core.timeline.Occurrence;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Halt;
import dev.carillon.server.http.Choice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What people read of a schedule. */
final class Views {
  private Views() {}

  /** What an answer says beside the schedule: of whom it is, and what was done. */
  record Beside(String owner, String tenantId, Optional<Said> said) {}

  /** What a change is answered with to somebody who may not read schedules. */
  static ScheduleReceipt receipt(Entry entry, Said said) {
    var schedule = entry.schedule();
    return new ScheduleReceipt(
        schedule.id().toString(),
        schedule.version(),
        nextRun(entry),
        true,
        said.message(),
        said.warnings());
  }

  /** What was done, and what to know about it. */
  record Said(String message, List<Warning> warnings) {}

  /** A schedule whole. */
  static ScheduleView of(Entry entry, Beside beside) {
    return view(entry, Optional.of(entry.schedule().definition().input()), beside);
  }

  /** A schedule in a list, without what it says to its target. */
  static ScheduleView row(Entry entry, Beside beside) {
    return view(entry, Optional.empty(), beside);
  }

  private static ScheduleView view(Entry entry, Optional<Input> input, Beside beside) {
    var schedule = entry.schedule();
    var definition = schedule.definition();
    var policies = definition.policies();
    var standing = entry.standing();
    return new ScheduleView(
        schedule.id().toString(),
        schedule.heading().name(),
        schedule.heading().description(),
        schedule.heading().tags(),
        schedule.heading().metadata(),
        Triggers.expression(definition.trigger()),
        definition.trigger().zone().map(ZoneId::getId),
        Triggers.spec(definition.trigger()),
        Triggers.dst(definition.trigger()),
        definition.bounds().startAt(),
        definition.bounds().endAt(),
        definition.bounds().maxRuns(),
        BoundsReading.spec(definition.bounds().window()),
        BoundsReading.spec(definition.bounds().calendars()),
        BoundsReading.spec(definition.bounds().jitter()),
        Editing.target(definition.target()),
        input.map(Input::message),
        input.map(said -> WireJson.tree(said.contextJson())),
        Choice.word(policies.overlap()),
        Choice.word(policies.catchup().policy()),
        policies.catchup().window().toSeconds(),
        policies.catchup().limit(),
        Choice.word(policies.onResume()),
        Choice.word(policies.onLost()),
        policies.timeout().toSeconds(),
        status(entry.clock().status()),
        Optional.of(definition.trigger().words()),
        entry.halt().map(Halt::at),
        entry.halt().map(Halt::reason),
        entry.halt().map(Halt::by),
        nextRun(entry),
        standing.lastAt(),
        standing.lastState().map(RunState::wireName),
        standing.ran(),
        standing.succeeded(),
        standing.failed(),
        standing.skipped(),
        standing.cost().usd(),
        standing.unknownCosts(),
        schedule.createdAt(),
        schedule.updatedAt(),
        beside.owner(),
        beside.owner(),
        beside.tenantId(),
        schedule.version(),
        beside.said().map(said -> true),
        beside.said().map(Said::message),
        beside.said().map(Said::warnings));
  }

  /** The word for where a schedule stands. */
  static String status(ScheduleStatus status) {
    return switch (status) {
      case ENDED -> "COMPLETED";
      case ACTIVE, PAUSED, QUARANTINED, DELETED -> status.name();
    };
  }

  /** Only an active schedule goes on by itself, with what its bounds do not leave out. */
  private static Optional<Instant> nextRun(Entry entry) {
    var agenda = Agenda.of(entry.schedule().id(), entry.schedule().definition());
    return entry
        .clock()
        .cursor()
        .filter(_ -> entry.clock().status() == ScheduleStatus.ACTIVE)
        .flatMap(agenda::due)
        .map(Occurrence::nominal);
  }
}
