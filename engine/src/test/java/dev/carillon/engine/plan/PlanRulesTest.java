package dev.carillon.engine.plan;

import static dev.carillon.engine.plan.Samples.at;
import static dev.carillon.engine.plan.Samples.clock;
import static dev.carillon.engine.plan.Samples.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Clock;
import dev.carillon.engine.store.ClockStep;
import dev.carillon.engine.store.DueClock;
import dev.carillon.engine.store.NewLine;
import dev.carillon.engine.store.NewRun;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one planning turn makes of a clock. Seconds are counted from the start of the samples. */
final class PlanRulesTest {
  @ParameterizedTest(name = "{0} {1}, cursor 0, now {2}, live {3}, room {4}: [{5}] [{6}] {7}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SKIP  | LAST             |  0 | 0 | 9 | 0 started                                  |                          | live 1 waiting 0
          SKIP  | LAST             |  0 | 0 | 0 | 0 any_node                                 |                          | live 1 waiting 0
          SKIP  | LAST             |  0 | 1 | 9 |                                            | 0 overlap                | live 1 waiting 0
          SKIP  | LAST             | 10 | 0 | 9 | 0 started                                  | 5..10x2 overlap          | live 1 waiting 0
          SKIP  | LAST             | 20 | 0 | 9 | 5 started                                  | 0 superseded, 10..20x3 overlap | live 1 waiting 0
          SKIP  | FIRE_IMMEDIATELY | 25 | 0 | 9 | 0 started, 5 own_clock, 10 own_clock       | 15..25x3 overlap         | live 1 waiting 2
          SKIP  | FIRE_IMMEDIATELY | 25 | 1 | 9 | 0 own_clock, 5 own_clock, 10 own_clock     | 15..25x3 overlap         | live 1 waiting 3
          ALLOW | LAST             | 10 | 3 | 2 | 0 started, 5 started, 10 any_node          |                          | live 6 waiting 0
          ALLOW | NONE             | 25 | 0 | 9 | 15 started, 20 started, 25 started         | 0..10x3 catchup_none     | live 3 waiting 0
          """)
  void plans(
      OverlapPolicy overlap,
      CatchupPolicy catchup,
      long now,
      int live,
      int room,
      String runs,
      String lines,
      String gate) {
    var moved = plan(schedule(overlap, catchup), clock(0, live, 0), now, true, room);
    assertThat(runs(moved)).isEqualTo(runs == null ? "" : runs);
    assertThat(lines(moved)).isEqualTo(lines == null ? "" : lines);
    assertThat("live " + moved.after().live() + " waiting " + moved.after().waiting())
        .isEqualTo(gate);
    assertThat(moved.after().cursor()).contains(at(now + 5));
  }

  @Test
  void a_schedule_whose_target_is_missing_leaves_lines_instead_of_runs() {
    var moved =
        plan(schedule(OverlapPolicy.ALLOW, CatchupPolicy.LAST), clock(0, 0, 0), 20, false, 9);
    assertThat(moved.runs()).isEmpty();
    assertThat(lines(moved)).isEqualTo("0 superseded, 5 target_missing, 10..20x3 target_missing");
  }

  @Test
  void an_agent_of_this_process_needs_no_row() {
    var local = new PlanRules(Set.of("clerk"));
    var due = new DueClock(clock(0, 0, 0), schedule(OverlapPolicy.SKIP, CatchupPolicy.LAST), false);
    assertThat(local.decide(due, at(0), 1))
        .isInstanceOfSatisfying(
            ClockStep.Moved.class, moved -> assertThat(moved.runs()).hasSize(1));
  }

  @Test
  void no_more_runs_start_than_there_is_room() {
    var due = new DueClock(clock(0, 0, 0), schedule(OverlapPolicy.ALLOW, CatchupPolicy.LAST), true);
    var rules = new PlanRules(Set.of());
    assertThat(runs((ClockStep.Moved) rules.decide(due, at(5), 2)))
        .isEqualTo("0 started, 5 started");
    assertThat(runs((ClockStep.Moved) rules.decide(due, at(5), 1)))
        .isEqualTo("0 started, 5 any_node");
  }

  @Test
  void a_run_has_the_id_of_its_occurrence() {
    var schedule = schedule(OverlapPolicy.SKIP, CatchupPolicy.LAST);
    var moved = plan(schedule, clock(0, 0, 0), 0, true, 1);
    assertThat(moved.runs().getFirst().id()).isEqualTo(RunId.planned(schedule.id(), at(0)));
  }

  @Test
  void a_schedule_that_cannot_be_planned_is_quarantined() {
    var good = new DueClock(clock(0, 0, 0), schedule(OverlapPolicy.SKIP, CatchupPolicy.LAST), true);
    var far = Optional.of(java.time.Instant.MIN);
    var bad =
        new DueClock(
            new Clock(good.clock().schedule(), 1, ScheduleStatus.ACTIVE, far, far, 0, 0, 0),
            good.schedule(),
            true);
    var rules = new PlanRules(Set.of());
    assertThat(rules.decide(bad, at(0), 9)).isInstanceOf(ClockStep.Quarantined.class);
    assertThat(rules.decide(good, at(0), 9)).isInstanceOf(ClockStep.Moved.class);
  }

  private static ClockStep.Moved plan(
      Schedule schedule, Clock clock, long now, boolean targetStored, int room) {
    var due = new DueClock(clock, schedule, targetStored);
    return (ClockStep.Moved) new PlanRules(Set.of()).decide(due, at(now), room);
  }

  private static String runs(ClockStep.Moved moved) {
    return String.join(
        ", ", moved.runs().stream().map(run -> seconds(run) + " " + place(run)).toList());
  }

  private static long seconds(NewRun run) {
    return Duration.between(at(0), run.nominal().orElseThrow()).toSeconds();
  }

  private static String place(NewRun run) {
    return switch (run.placement()) {
      case NewRun.Placement.Started() -> "started";
      case NewRun.Placement.Queued(var on, var order) -> on.name().toLowerCase(Locale.ROOT);
      case NewRun.Placement.Delayed delayed -> "delayed";
    };
  }

  private static String lines(ClockStep.Moved moved) {
    return String.join(", ", moved.lines().stream().map(PlanRulesTest::line).toList());
  }

  private static String line(NewLine line) {
    var from = Duration.between(at(0), line.nominal().orElseThrow()).toSeconds();
    var range =
        line.until()
            .map(until -> ".." + Duration.between(at(0), until).toSeconds() + "x" + line.covers())
            .orElse("");
    return from + range + " " + line.reason().name().toLowerCase(Locale.ROOT);
  }
}
