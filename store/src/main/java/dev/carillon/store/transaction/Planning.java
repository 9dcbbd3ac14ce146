package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Clock;
import dev.carillon.engine.store.ClockStep;
import dev.carillon.engine.store.DueClock;
import dev.carillon.engine.store.NewLine;
import dev.carillon.engine.store.NewRun;
import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.PlanStore.Planned;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Moves clocks that are due within a transaction that has locked them. */
final class Planning {
  /** Rows of one transaction; the clocks that do not fit are still due and wait for the next. */
  private static final int ROWS = 2_000;

  private final Sql sql;
  private final Schedules schedules;
  private final Places places;
  private final How how;

  Planning(Sql sql, Schedules schedules, Places places, How how) {
    this.sql = sql;
    this.schedules = schedules;
    this.places = places;
    this.how = how;
  }

  /**
   * By which rule, and what starts.
   *
   * @param node on which runs start
   * @param room how many may
   * @param isLong whether it has taken so long that it takes no further clock
   */
  record How(int node, PlanRule rule, int room, BooleanSupplier isLong) {}

  /** Rolls the turn back, because these runs exist. */
  static final class ExistsAlready extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RunId> runs;

    ExistsAlready(List<RunId> runs) {
      super("exist already: " + runs);
      this.runs = runs;
    }

    List<RunId> runs() {
      return runs;
    }
  }

  /**
   * Moves these clocks, which are locked, and writes what that makes.
   *
   * @param leaveOut runs that exist already
   */
  Planned plan(List<Clock> clocks, Instant now, Set<RunId> leaveOut) throws SQLException {
    if (clocks.isEmpty()) {
      return Planned.NOTHING;
    }
    var unreadable = new ArrayList<ClockStep>();
    var due = readable(clocks, unreadable);
    var steps = decide(due, now, unreadable);
    var moves = new ArrayList<ClockStep.Moved>();
    for (var step : steps) {
      switch (step) {
        case ClockStep.Moved moved -> moves.add(moved);
        case ClockStep.Quarantined(var clock, var why) -> Quarantine.of(sql, clock, 0, why, now);
      }
    }
    var stillDue = moves.stream().anyMatch(move -> isDue(move.after(), now));
    return new Planned(move(moves, now, leaveOut), steps.size(), stillDue);
  }

  /** Steps for the first clocks that fit into one transaction and its time, at least for one. */
  private List<ClockStep> decide(List<DueClock> due, Instant now, List<ClockStep> unreadable) {
    var steps = new ArrayList<>(unreadable);
    var rows = 0;
    var room = how.room();
    for (var one : due) {
      var step = how.rule().decide(one, now, room);
      switch (step) {
        case ClockStep.Moved moved -> {
          rows += moved.runs().size() + moved.lines().size();
          room -= (int) moved.runs().stream().filter(Planning::starts).count();
        }
        case ClockStep.Quarantined quarantined -> rows++;
      }
      if (rows > ROWS && !steps.isEmpty()) {
        return steps;
      }
      steps.add(step);
      if (how.isLong().getAsBoolean()) {
        return steps;
      }
    }
    return steps;
  }

  private static boolean starts(NewRun run) {
    return run.placement() instanceof NewRun.Placement.Started;
  }

  /** The clocks with their schedules; one whose definition cannot be read is quarantined. */
  private List<DueClock> readable(List<Clock> clocks, List<ClockStep> steps) throws SQLException {
    var readable = new HashMap<ScheduleId, Schedule>();
    for (var clock : clocks) {
      try {
        readable.put(clock.schedule(), schedules.find(sql, clock.schedule(), clock.version()));
      } catch (RuntimeException unreadable) {
        steps.add(
            new ClockStep.Quarantined(
                clock, "its definition cannot be read: " + unreadable.getMessage()));
      }
    }
    return due(clocks, readable, agentsOf(readable.values()));
  }

  private static List<DueClock> due(
      List<Clock> clocks, Map<ScheduleId, Schedule> readable, Set<Named> agents) {
    var due = new ArrayList<DueClock>();
    for (var clock : clocks) {
      var schedule = readable.get(clock.schedule());
      if (schedule != null) {
        due.add(new DueClock(clock, schedule, agents.contains(Named.of(schedule))));
      }
    }
    return due;
  }

  private Set<Named> agentsOf(Collection<Schedule> of) throws SQLException {
    var names = new HashMap<Owner, Set<String>>();
    for (var schedule : of) {
      var named = Named.of(schedule);
      names.computeIfAbsent(named.owner(), owner -> new HashSet<>()).add(named.name());
    }
    var found = new HashSet<Named>();
    for (var owner : names.entrySet()) {
      for (var name : schedules.agents(sql, owner.getKey(), owner.getValue())) {
        found.add(new Named(owner.getKey(), name));
      }
    }
    return found;
  }

  private List<StartedRun> move(List<ClockStep.Moved> moves, Instant now, Set<RunId> leaveOut)
      throws SQLException {
    var runs =
        moves.stream()
            .flatMap(move -> move.runs().stream())
            .filter(run -> !leaveOut.contains(run.id()))
            .toList();
    var existing = LiveRuns.insert(sql, runs, new LiveRuns.Writing(how.node(), now));
    if (!existing.isEmpty()) {
      throw new ExistsAlready(existing.stream().map(NewRun::id).toList());
    }
    var lines =
        Ledger.add(sql, moves.stream().flatMap(move -> move.lines().stream()).toList(), now);
    Activities.lines(sql, lines, now);
    var covered =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.schedule().id(), Collectors.summingLong(NewLine::covers)));
    for (var move : moves) {
      var clock = gate(move, leaveOut);
      Clocks.save(sql, clock, covered.getOrDefault(clock.schedule(), 0L));
    }
    return runs.stream().filter(Planning::starts).map(Planning::started).toList();
  }

  /** The clock as the rule left it; places of runs that are left out go to those that wait. */
  private Clock gate(ClockStep.Moved moved, Set<RunId> leaveOut) throws SQLException {
    var clock = moved.after();
    for (var run : moved.runs()) {
      if (leaveOut.contains(run.id())) {
        clock = Places.without(clock, run.placement());
      }
    }
    return clock.equals(moved.after()) ? clock : places.handOn(sql, clock);
  }

  static boolean isDue(Clock clock, Instant now) {
    return clock.wake().filter(wake -> !wake.isAfter(now)).isPresent();
  }

  private static StartedRun started(NewRun run) {
    return new StartedRun(
        run.id(), 1, 1, run.schedule(), run.kind(), run.nominal(), run.desired(), run.input());
  }

  /** A target by the schedule's owner, whose it must be, and name. */
  private record Named(Owner owner, String name) {
    static Named of(Schedule schedule) {
      return new Named(schedule.owner(), LiveRuns.target(schedule.definition().target()));
    }
  }
}
