package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.store.ClockStep;
import dev.carillon.engine.store.DueClock;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.PlanStore.Turn;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What planning must do in every store. */
public interface PlanContract {

  /** The longest that a schedule of these tests looks back. */
  Duration HOUR = Duration.ofHours(1);

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_schedule_that_is_not_due_is_left_alone() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(4);
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().live()).isEmpty();
    assertThat(trial.see().lines()).isEmpty();
    assertThat(trial.see().clock(id).cursor()).contains(at(5));
  }

  @Test
  default void a_due_occurrence_becomes_a_running_run_under_the_id_that_anyone_can_compute() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var started = trial.start(5);
    assertThat(started.id()).isEqualTo(RunId.planned(id, at(5)));
    assertThat(started.epoch()).isEqualTo(1);
    assertThat(started.attempt()).isEqualTo(1);
    assertThat(started.kind()).isEqualTo(TriggerKind.SCHEDULE);
    assertThat(started.nominal()).contains(at(5));
    assertThat(started.desired()).isEqualTo(at(5));
    assertThat(started.input()).isEqualTo(new Input("do it", Input.NO_CONTEXT));
    assertThat(started.schedule().id()).isEqualTo(id);
    assertThat(started.schedule().version()).isEqualTo(1);
    assertThat(started.schedule().definition())
        .isEqualTo(Sample.definition(EVERY_FIVE, Policies.DEFAULT));
    var row = trial.see().live(id).getFirst();
    assertThat(row.state()).isEqualTo(RunState.RUNNING);
    assertThat(row.node()).isEqualTo(OptionalLong.of(trial.node()));
    assertThat(row.started()).contains(at(5));
    assertThat(row.epoch()).isEqualTo(1);
    assertThat(row.reason()).isEqualTo(Reason.ON_TIME);
    var clock = trial.see().clock(id);
    assertThat(clock.cursor()).contains(at(10));
    assertThat(clock.wake()).contains(at(10));
    assertThat(clock.live()).isEqualTo(1);
  }

  @Test
  default void an_occurrence_is_planned_once_however_often_one_looks() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().live()).hasSize(1);
  }

  @Test
  default void the_schedule_that_is_due_longest_goes_first_within_the_limit() {
    var trial = new Trial(rig());
    var later = trial.create("0/7 * * * * *", Policies.DEFAULT);
    var first = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(8);
    var one = trial.plan(Lane.LIVE, 1, 10);
    assertThat(one.clocks()).isEqualTo(1);
    assertThat(one.started()).extracting(run -> run.schedule().id()).containsExactly(first);
    assertThat(trial.plan()).extracting(run -> run.schedule().id()).containsExactly(later);
  }

  @Test
  default void without_room_a_run_is_written_and_waits_for_any_node() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    assertThat(trial.plan(0)).isEmpty();
    var row = trial.see().live(id).getFirst();
    assertThat(row.state()).isEqualTo(RunState.QUEUED);
    assertThat(row.waitsOn()).contains(WaitsOn.ANY_NODE);
    assertThat(row.epoch()).isZero();
    assertThat(trial.see().clock(id).live()).isEqualTo(1);
  }

  @Test
  default void room_is_shared_among_the_schedules_of_a_turn() {
    var trial = new Trial(rig());
    for (var i = 0; i < 3; i++) {
      trial.create(EVERY_FIVE, Policies.DEFAULT);
    }
    trial.pass(5);
    assertThat(trial.plan(2)).hasSize(2);
    assertThat(trial.see().live())
        .extracting(LiveRow::state)
        .containsExactlyInAnyOrder(RunState.RUNNING, RunState.RUNNING, RunState.QUEUED);
  }

  @Test
  default void an_occurrence_during_a_run_is_skipped_and_its_line_says_why() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.pass(5);
    assertThat(trial.plan()).isEmpty();
    var line = trial.see().lines(id).getFirst();
    assertThat(line.id()).isEqualTo(RunId.planned(id, at(10)));
    assertThat(line.state()).isEqualTo(RunState.SKIPPED);
    assertThat(line.reason()).isEqualTo(Reason.OVERLAP);
    assertThat(line.nominal()).contains(at(10));
    assertThat(line.until()).isEmpty();
    assertThat(line.covers()).isEqualTo(1);
    assertThat(line.started()).isEmpty();
    assertThat(line.completed()).isEqualTo(at(10));
    assertThat(line.target()).isEqualTo(Sample.CLERK);
    assertThat(line.detail()).isEmpty();
    assertThat(trial.see().clock(id).skipped()).isEqualTo(1);
    var told = trial.see().activities().getLast();
    assertThat(told.type()).isEqualTo("carillon.run.skipped");
    assertThat(told.schedule()).contains(id);
    assertThat(told.run()).contains(line.id());
  }

  @Test
  default void occurrences_skipped_in_a_row_are_one_range_line_and_each_is_counted() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.pass(10);
    trial.plan();
    var line = trial.see().lines(id).getFirst();
    assertThat(trial.see().lines(id)).hasSize(1);
    assertThat(line.nominal()).contains(at(10));
    assertThat(line.until()).contains(at(15));
    assertThat(line.covers()).isEqualTo(2);
    assertThat(trial.see().clock(id).skipped()).isEqualTo(2);
  }

  @Test
  default void under_allow_every_occurrence_runs() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    trial.start(5);
    trial.start(5);
    assertThat(trial.see().clock(id).live()).isEqualTo(2);
    assertThat(trial.see().lines(id)).isEmpty();
  }

  @Test
  default void after_a_downtime_the_newest_runs_and_the_others_leave_one_line() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(60);
    var started = trial.plan();
    assertThat(started).extracting(StartedRun::nominal).containsExactly(Optional.of(at(45)));
    assertThat(started.getFirst().kind()).isEqualTo(TriggerKind.CATCHUP);
    var line = trial.see().lines(id).getFirst();
    assertThat(line.state()).isEqualTo(RunState.MISSED);
    assertThat(line.reason()).isEqualTo(Reason.SUPERSEDED);
    assertThat(line.nominal()).contains(at(5));
    assertThat(line.until()).contains(at(40));
    assertThat(line.covers()).isEqualTo(8);
    assertThat(trial.audit().accounted(id)).isEqualTo(12);
    assertThat(trial.see().clock(id).skipped()).isEqualTo(11);
    assertThat(trial.see().activities())
        .extracting(ActivityRow::type)
        .contains("carillon.run.missed");
  }

  @Test
  default void caught_up_runs_wait_for_each_other_in_their_order() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.pass(30);
    assertThat(trial.plan()).extracting(StartedRun::nominal).containsExactly(Optional.of(at(5)));
    assertThat(trial.see().clock(id).waiting()).isEqualTo(2);
    assertThat(trial.see().live(id))
        .filteredOn(LiveRow::waitsForPlace)
        .extracting(LiveRow::nominal)
        .containsExactly(Optional.of(at(10)), Optional.of(at(15)));
    assertThat(trial.audit().accounted(id)).isEqualTo(6);
  }

  @Test
  default void a_rule_that_throws_changes_nothing() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    var turn = new Turn(Lane.LIVE, 10, 10);
    assertThatThrownBy(() -> trial.store().plan().plan(trial.node(), turn, PlanContract::fail))
        .hasMessage("out of order");
    assertThat(trial.see().clock(id).cursor()).contains(at(5));
    assertThat(trial.plan()).hasSize(1);
  }

  private static ClockStep fail(DueClock due, Instant now, int room) {
    throw new IllegalStateException("out of order");
  }

  @Test
  default void a_turn_writes_no_more_than_one_transaction_can_bear() {
    var trial = new Trial(rig());
    var policies =
        Sample.overlap(OverlapPolicy.ALLOW, new Catchup(CatchupPolicy.FIRE_IMMEDIATELY, HOUR, 900));
    for (var i = 0; i < 3; i++) {
      trial.create(Sample.EVERY_SECOND, policies);
    }
    trial.pass(1_000);
    assertThat(trial.plan(Lane.LATE, 10, 0).clocks()).isEqualTo(2);
    assertThat(trial.plan(Lane.LATE, 10, 0).clocks()).isEqualTo(1);
    assertThat(trial.see().number("SELECT count(*) FROM live")).isEqualTo(3 * 911);
  }

  @Test
  default void what_is_on_time_and_what_is_late_are_planned_apart() {
    var trial = new Trial(rig());
    var late = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(30);
    var live = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    assertThat(trial.plan(Lane.LIVE, 10, 10).started())
        .extracting(run -> run.schedule().id())
        .containsExactly(live);
    assertThat(trial.plan(Lane.LIVE, 10, 10).clocks()).isZero();
    assertThat(trial.plan(Lane.LATE, 10, 10).started())
        .extracting(run -> run.schedule().id())
        .containsExactly(late);
    assertThat(trial.plan(Lane.LATE, 10, 10).clocks()).isZero();
  }

  @Test
  default void a_clock_that_is_late_by_the_tolerance_is_on_time_and_a_moment_later_late() {
    var trial = new Trial(rig());
    trial.create("0 * * * * *", Policies.DEFAULT);
    trial.pass(70);
    assertThat(trial.plan(Lane.LATE, 10, 10).clocks()).isZero();
    trial.clock().advance(Duration.ofMillis(1));
    assertThat(trial.plan(Lane.LIVE, 10, 10).clocks()).isZero();
    assertThat(trial.plan(Lane.LATE, 10, 10).clocks()).isEqualTo(1);
  }

  @Test
  default void a_node_without_a_lease_plans_nothing() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.clock().advance(Trial.LEASE);
    assertThatThrownBy(trial::plan).isInstanceOf(StoreException.Away.class);
    assertThat(trial.see().live(id)).isEmpty();
    assertThat(trial.see().clock(id).cursor()).contains(at(5));
  }

  @Test
  default void a_target_that_exists_nowhere_leaves_a_line() {
    var trial = new Trial(rig());
    var d = Sample.definition(EVERY_FIVE, Policies.DEFAULT);
    var id = trial.create(Sample.definition(d, "nobody"));
    trial.pass(5);
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().lines(id))
        .extracting(LineRow::reason)
        .containsExactly(Reason.TARGET_MISSING);
  }

  @Test
  default void an_agent_of_another_owner_is_no_target() {
    var trial = new Trial(rig());
    var d = Sample.definition(EVERY_FIVE, Policies.DEFAULT);
    var id = trial.create(Sample.definition(d, "theirs"));
    trial
        .store()
        .agents()
        .save(
            new Agent(
                new Owner(1, 2), "theirs", Optional.empty(), Duration.ofSeconds(5), at(0), at(0)));
    trial.pass(5);
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().lines(id))
        .extracting(LineRow::reason)
        .containsExactly(Reason.TARGET_MISSING);
  }

  @Test
  default void the_next_wake_is_the_earliest_of_those_that_want_to_be_looked_at() {
    var trial = new Trial(rig());
    assertThat(trial.store().plan().nextWake()).isEmpty();
    trial.create(Sample.manual(Policies.DEFAULT));
    assertThat(trial.store().plan().nextWake()).isEmpty();
    trial.create("0 0 * * * *", Policies.DEFAULT);
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    assertThat(trial.store().plan().nextWake()).contains(at(5));
    trial.pass(5);
    trial.plan();
    assertThat(trial.store().plan().nextWake()).contains(at(10));
  }

  @Test
  default void a_schedule_whose_last_instant_has_passed_has_ended() {
    var trial = new Trial(rig());
    var id = trial.create("5 0 9 2 3 ? 2026", Policies.DEFAULT);
    trial.settle(Sample.DONE, trial.start(5));
    var clock = trial.see().clock(id);
    assertThat(clock.status()).isEqualTo(ScheduleStatus.ENDED);
    assertThat(clock.cursor()).isEmpty();
    assertThat(clock.wake()).isEmpty();
  }
}
