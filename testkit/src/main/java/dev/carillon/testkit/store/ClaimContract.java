package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.store.StoreException;
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
  default void a_run_whose_schedule_is_gone_ends_with_that_reason() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.delete(id);
    trial.clock().advance(Trial.LEASE);
    trial.becomeAnother();
    assertThat(trial.rescue()).isEqualTo(1);
    assertThat(trial.claim()).isEmpty();
    assertThat(trial.see().live(id)).isEmpty();
    var line = trial.see().lines(id).getFirst();
    assertThat(line.state()).isEqualTo(RunState.SKIPPED);
    assertThat(line.reason()).isEqualTo(Reason.SCHEDULE_DELETED);
    assertThat(trial.see().activities().getLast().type()).isEqualTo("carillon.run.skipped");
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
