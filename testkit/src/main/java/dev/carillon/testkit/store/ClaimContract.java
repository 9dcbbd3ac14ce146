package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.store.StoreException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What claiming must do in every store. */
public interface ClaimContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void where_nothing_waits_nothing_is_claimed() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    assertThat(trial.claim()).isEmpty();
  }

  @Test
  default void a_claimed_run_is_running_on_its_node_under_the_next_epoch() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    trial.pass(2);
    var claimed = trial.claim().getFirst();
    assertThat(claimed.epoch()).isEqualTo(1);
    assertThat(claimed.kind()).isEqualTo(TriggerKind.SCHEDULE);
    assertThat(claimed.nominal()).contains(at(5));
    assertThat(claimed.desired()).isEqualTo(at(5));
    assertThat(claimed.input()).isEqualTo(new Input("do it", Input.NO_CONTEXT));
    var row = trial.see().live(id).getFirst();
    assertThat(row.id()).isEqualTo(claimed.id());
    assertThat(row.state()).isEqualTo(RunState.RUNNING);
    assertThat(row.node()).isEqualTo(OptionalLong.of(trial.node()));
    assertThat(row.started()).contains(at(7));
    assertThat(row.epoch()).isEqualTo(1);
    assertThat(trial.claim()).isEmpty();
  }

  @Test
  default void runs_are_claimed_in_their_order_and_no_more_than_there_is_room() {
    var trial = new Trial(rig());
    for (var second = 5; second <= 15; second += 5) {
      trial.create("0/" + second + " * * * * *", Policies.DEFAULT);
    }
    for (var second = 5; second <= 15; second += 5) {
      trial.pass(5);
      trial.plan(0);
    }
    assertThat(trial.claim(2)).extracting(StartedRun::desired).containsExactly(at(5), at(10));
    assertThat(trial.claim()).extracting(StartedRun::desired).containsExactly(at(15));
  }

  @Test
  default void a_live_run_goes_before_one_that_is_caught_up() {
    var trial = new Trial(rig());
    var late = trial.create("5 0 9 * * *", Sample.catchup(CatchupPolicy.LAST));
    trial.pass(60);
    trial.plan(0);
    var live = trial.create("5 1 9 * * *", Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    assertThat(trial.claim()).extracting(run -> run.schedule().id()).containsExactly(live, late);
  }

  @Test
  default void a_run_keeps_the_version_that_it_was_planned_under() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    trial.edit(id, before -> Sample.definition(before, "somebody else"));
    var claimed = trial.claim().getFirst();
    assertThat(claimed.schedule().version()).isEqualTo(1);
    assertThat(claimed.schedule().definition())
        .isEqualTo(Sample.definition(EVERY_FIVE, Policies.DEFAULT));
  }

  @Test
  default void a_run_of_a_paused_schedule_is_parked_and_does_not_hold_up_others() {
    var trial = new Trial(rig());
    var paused = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    trial.pause(paused);
    var other = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    assertThat(trial.claim(1)).isEmpty();
    assertThat(trial.claim(1)).extracting(run -> run.schedule().id()).containsExactly(other);
    var parked = trial.see().live(paused).getFirst();
    assertThat(parked.waitsOn()).contains(WaitsOn.RESUME);
    assertThat(trial.see().clock(paused).live()).isEqualTo(1);
    trial.resume(paused);
    assertThat(trial.claim()).extracting(StartedRun::id).containsExactly(parked.id());
  }

  @Test
  default void a_manual_run_starts_on_a_paused_schedule() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pause(id);
    var run = trial.triggered(id, "now");
    assertThat(trial.claim()).extracting(StartedRun::id).containsExactly(run);
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.PAUSED);
  }

  @Test
  default void a_run_that_was_called_is_never_skipped_though_its_schedule_is_gone() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.delete(id);
    trial.clock().advance(Trial.LEASE);
    trial.becomeAnother();
    assertThat(trial.rescue()).isEqualTo(1);
    assertThat(trial.claim()).isEmpty();
    assertThat(trial.see().live(id)).isEmpty();
    calledAndGone(trial, id);
    assertThat(trial.see().activities().getLast().type()).isEqualTo("carillon.run.cancelled");
  }

  @Test
  default void a_run_that_was_called_is_never_skipped_by_a_delete() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.pause(id);
    trial.clock().advance(Trial.LEASE);
    trial.becomeAnother();
    trial.rescue();
    assertThat(trial.claim()).isEmpty();
    trial.delete(id);
    calledAndGone(trial, id);
  }

  private static void calledAndGone(Trial trial, ScheduleId id) {
    var line =
        trial.see().lines(id).stream()
            .filter(one -> one.nominal().equals(Optional.of(at(5))))
            .findFirst()
            .orElseThrow();
    assertThat(line.state()).isEqualTo(RunState.CANCELLED);
    assertThat(line.reason()).isEqualTo(Reason.SCHEDULE_DELETED);
    assertThat(line.started()).contains(at(5));
    assertThat(line.lost()).isEqualTo(1);
    assertThat(line.detail().orElseThrow()).contains("lost");
    assertThat(trial.see().clock(id).ran()).isEqualTo(1);
    assertThat(trial.see().clock(id).unknownCosts()).isEqualTo(1);
  }

  @Test
  default void a_run_that_waits_longer_than_a_second_for_a_node_is_late_after_all() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    trial.pass(2);
    trial.settle(Sample.DONE, trial.claim());
    assertThat(trial.see().lines(id)).extracting(LineRow::reason).containsExactly(Reason.LATE);
  }

  @Test
  default void a_claim_says_whether_there_may_be_more() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    var claim = trial.store().claim();
    assertThat(claim.claim(trial.node(), 2, Gatekeeper::onTurn).more()).isTrue();
    assertThat(claim.claim(trial.node(), 2, Gatekeeper::onTurn).more()).isFalse();
  }

  @Test
  default void a_node_without_a_lease_claims_nothing() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.plan(0);
    trial.clock().advance(Trial.LEASE);
    assertThatThrownBy(trial::claim).isInstanceOf(StoreException.Away.class);
    assertThat(trial.see().live(id)).extracting(LiveRow::state).containsExactly(RunState.QUEUED);
  }
}
