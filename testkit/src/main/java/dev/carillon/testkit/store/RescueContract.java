package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.BROKEN;
import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.LEASE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunRules;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.OnLost;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.RescueStore.Held;
import dev.carillon.engine.store.StartedRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the leases of nodes and the rescue of their runs must do in every store. */
public interface RescueContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_node_that_renews_is_never_buried() {
    var trial = new Trial(rig());
    for (var i = 0; i < 5; i++) {
      trial.clock().advance(LEASE.minusSeconds(1));
      assertThat(trial.store().nodes().renew(trial.node(), LEASE)).isTrue();
      assertThat(trial.store().nodes().bury()).isEmpty();
    }
  }

  @Test
  default void a_node_whose_lease_has_ended_is_buried_once_and_for_ever() {
    var trial = new Trial(rig());
    var node = trial.node();
    trial.clock().advance(LEASE);
    assertThat(trial.store().nodes().bury()).containsExactly(node);
    assertThat(trial.store().nodes().bury()).isEmpty();
    assertThat(trial.store().nodes().renew(node, LEASE)).isFalse();
    assertThat(trial.becomeAnother()).isGreaterThan(node);
  }

  @Test
  default void a_lease_that_ended_and_was_renewed_in_time_goes_on() {
    var trial = new Trial(rig());
    trial.clock().advance(LEASE.plusSeconds(1));
    assertThat(trial.store().nodes().renew(trial.node(), LEASE)).isTrue();
    assertThat(trial.store().nodes().bury()).isEmpty();
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(4);
    assertThat(trial.plan()).hasSize(1);
  }

  @Test
  default void the_runs_of_a_lost_node_are_queued_again_under_the_next_epoch() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    lose(trial);
    assertThat(trial.rescue()).isEqualTo(1);
    var row = trial.see().live(id).getFirst();
    assertThat(row.state()).isEqualTo(RunState.QUEUED);
    assertThat(row.waitsOn()).contains(WaitsOn.ANY_NODE);
    assertThat(row.epoch()).isEqualTo(2);
    assertThat(row.lost()).isEqualTo(1);
    assertThat(trial.see().clock(id).live()).isEqualTo(1);
    var again = trial.claim().getFirst();
    assertThat(again.id()).isEqualTo(run.id());
    assertThat(again.epoch()).isEqualTo(3);
    assertThat(again.nominal()).isEqualTo(run.nominal());
    assertThat(again.input()).isEqualTo(run.input());
    assertThat(trial.rescue()).isZero();
  }

  @Test
  default void a_rescued_run_keeps_its_attempt_and_has_a_part_of_its_cost_unknown() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    lose(trial);
    trial.rescue();
    var again = trial.claim().getFirst();
    assertThat(again.attempt()).isEqualTo(1);
    trial.settle(DONE, again);
    assertThat(trial.see().clock(id).costNanos()).isEqualTo(5_000_000);
    assertThat(trial.see().clock(id).unknownCosts()).isEqualTo(1);
  }

  @Test
  default void a_run_that_is_queued_again_keeps_its_turn() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    var first = trial.start(5);
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    lose(trial);
    trial.rescue();
    assertThat(trial.claim(1)).extracting(StartedRun::id).containsExactly(first.id());
  }

  @Test
  default void the_runs_of_a_node_that_left_are_rescued_at_once() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.store().nodes().leave(trial.node());
    trial.becomeAnother();
    assertThat(trial.rescue()).isEqualTo(1);
    assertThat(trial.claim()).hasSize(1);
  }

  @Test
  default void the_runs_of_a_node_with_a_lease_are_left_alone() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.pass(14);
    trial.pass(14);
    assertThat(trial.rescue()).isZero();
    assertThat(trial.see().live(id).getFirst().epoch()).isEqualTo(1);
  }

  @Test
  default void where_the_policy_says_so_a_lost_run_fails_and_its_late_answer_is_refused() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.onLost(OnLost.FAIL));
    var run = trial.start(5);
    lose(trial);
    trial.rescue();
    assertThat(trial.see().live(id)).isEmpty();
    var line = trial.see().lines(id).getFirst();
    assertThat(line.state()).isEqualTo(RunState.FAILED);
    assertThat(line.reason()).isEqualTo(Reason.NODE_LOST);
    assertThat(line.detail().orElseThrow()).contains("NODE_LOST");
    assertThat(trial.see().clock(id).unknownCosts()).isEqualTo(1);
    assertThat(trial.settle(DONE, run).fenced()).containsExactly(run.id());
    assertThat(trial.see().activities().getLast().type()).isEqualTo("carillon.run.failed");
  }

  @Test
  default void a_run_that_was_lost_too_often_fails() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    for (var i = 0; i < RunRules.MAX_LOST; i++) {
      lose(trial);
      trial.rescue();
      assertThat(trial.claim()).hasSize(1);
    }
    lose(trial);
    trial.rescue();
    assertThat(trial.see().live(id)).isEmpty();
    assertThat(trial.see().lines(id)).extracting(LineRow::state).containsExactly(RunState.FAILED);
  }

  @Test
  default void a_lost_run_that_ends_hands_its_place_on() {
    var trial = new Trial(rig());
    var policies = Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY);
    trial.create(
        EVERY_FIVE,
        new Policies(
            policies.overlap(),
            policies.catchup(),
            policies.onResume(),
            OnLost.FAIL,
            policies.timeout()));
    trial.pass(30);
    trial.plan();
    lose(trial);
    trial.rescue();
    assertThat(trial.claim()).extracting(StartedRun::nominal).containsExactly(Optional.of(at(10)));
  }

  @Test
  default void a_rescued_run_of_a_paused_schedule_waits_for_the_end_of_the_pause() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.pause(id);
    lose(trial);
    trial.rescue();
    assertThat(trial.claim()).isEmpty();
    assertThat(trial.see().live(id).getFirst().waitsOn()).contains(WaitsOn.RESUME);
    trial.resume(id);
    assertThat(trial.claim()).hasSize(1);
  }

  @Test
  default void no_more_are_rescued_at_a_time_than_asked_for() {
    var trial = new Trial(rig());
    for (var i = 0; i < 3; i++) {
      trial.create(EVERY_FIVE, Policies.DEFAULT);
    }
    trial.start(5);
    lose(trial);
    trial.store().nodes().bury();
    var rescue = trial.store().rescue();
    assertThat(rescue.rescue(2, RunRules::lost, Gatekeeper::placeFree)).isEqualTo(2);
    assertThat(rescue.rescue(2, RunRules::lost, Gatekeeper::placeFree)).isEqualTo(1);
    assertThat(trial.claim()).hasSize(3);
  }

  @Test
  default void a_node_is_told_what_the_store_holds_as_its_own() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    var one = trial.start(5);
    var two = trial.start(5);
    trial.settle(BROKEN, two);
    var rescue = trial.store().rescue();
    assertThat(rescue.held(trial.node())).containsExactly(new Held(one.id(), 1));
    assertThat(rescue.held(trial.node() + 1)).isEmpty();
  }

  @Test
  default void a_run_that_nobody_calls_is_queued_again_without_counting_as_lost() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    var rescue = trial.store().rescue();
    assertThat(rescue.requeue(trial.node(), List.of(new Held(run.id(), 1)))).isEqualTo(1);
    var row = trial.see().live(id).getFirst();
    assertThat(row.epoch()).isEqualTo(2);
    assertThat(row.lost()).isZero();
    assertThat(trial.settle(DONE, run).fenced()).containsExactly(run.id());
    assertThat(trial.claim()).extracting(StartedRun::epoch).containsExactly(3);
  }

  @Test
  default void what_a_node_called_and_let_go_counts_as_lost() {
    var trial = new Trial(rig());
    var retries = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var fails = trial.create(EVERY_FIVE, Sample.onLost(OnLost.FAIL));
    trial.pass(5);
    var runs = trial.plan();
    var cutOff = runs.stream().map(run -> new Held(run.id(), run.epoch())).toList();
    assertThat(takeBack(trial, trial.node() + 1, cutOff)).isZero();
    assertThat(takeBack(trial, trial.node(), cutOff)).isEqualTo(2);
    assertThat(takeBack(trial, trial.node(), cutOff)).isZero();
    var row = trial.see().live(retries).getFirst();
    assertThat(row.state()).isEqualTo(RunState.QUEUED);
    assertThat(row.epoch()).isEqualTo(2);
    assertThat(row.lost()).isEqualTo(1);
    assertThat(trial.see().lines(fails))
        .extracting(LineRow::reason)
        .containsExactly(Reason.NODE_LOST);
    assertThat(trial.settle(DONE, runs).fenced()).hasSize(2);
  }

  private static int takeBack(Trial trial, int node, List<Held> cutOff) {
    return trial.store().rescue().takeBack(node, cutOff, RunRules::lost, Gatekeeper::placeFree);
  }

  @Test
  default void what_a_node_does_not_hold_any_more_it_cannot_queue_again() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    var rescue = trial.store().rescue();
    assertThat(rescue.requeue(trial.node() + 1, List.of(new Held(run.id(), 1)))).isZero();
    assertThat(rescue.requeue(trial.node(), List.of(new Held(run.id(), 2)))).isZero();
    assertThat(rescue.requeue(trial.node(), List.of())).isZero();
    trial.settle(DONE, run);
    assertThat(rescue.requeue(trial.node(), List.of(new Held(run.id(), 1)))).isZero();
    assertThat(trial.see().lines(id)).hasSize(1);
  }

  /** The node of this trial dies with all that it ran, and another one takes its part. */
  private static void lose(Trial trial) {
    trial.clock().advance(LEASE.plus(Duration.ofSeconds(1)));
    trial.becomeAnother();
  }
}
