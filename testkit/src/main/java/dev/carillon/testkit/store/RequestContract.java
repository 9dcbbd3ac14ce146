package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.RequestStore.Request;
import dev.carillon.engine.store.RequestStore.RequestKey;
import dev.carillon.engine.store.RequestStore.Requested;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.StartedRun;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What requests for runs must do in every store. */
public interface RequestContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_requested_run_waits_for_any_node() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Policies.DEFAULT));
    trial.pass(1);
    var run = trial.triggered(id, "k");
    var row = trial.see().live(id).getFirst();
    assertThat(row.id()).isEqualTo(run);
    assertThat(row.kind()).isEqualTo(TriggerKind.MANUAL);
    assertThat(row.state()).isEqualTo(RunState.QUEUED);
    assertThat(row.waitsOn()).contains(WaitsOn.ANY_NODE);
    assertThat(row.nominal()).isEmpty();
    var claimed = trial.claim().getFirst();
    assertThat(claimed.id()).isEqualTo(run);
    assertThat(claimed.nominal()).isEmpty();
    assertThat(claimed.desired()).isEqualTo(at(1));
    trial.settle(DONE, claimed);
    assertThat(trial.see().lines(id)).extracting(LineRow::id).containsExactly(run);
  }

  @Test
  default void the_same_request_sent_again_is_the_same_run() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Sample.overlap(OverlapPolicy.ALLOW)));
    var run = trial.triggered(id, "k");
    trial.pass(3);
    assertThat(trial.trigger(id, "k")).isEqualTo(new Requested.Done(run, true));
    trial.settle(DONE, trial.claim());
    assertThat(trial.trigger(id, "k")).isEqualTo(new Requested.Done(run, true));
    assertThat(trial.see().live(id)).isEmpty();
    assertThat(trial.see().lines(id)).hasSize(1);
  }

  @Test
  default void a_key_that_was_used_for_something_else_is_refused() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Sample.overlap(OverlapPolicy.ALLOW)));
    trial.triggered(id, "k");
    assertThat(trial.trigger(id, new RequestKey("k", true, "something else")))
        .isEqualTo(new Requested.KeyReused());
    assertThat(trial.see().live(id)).hasSize(1);
  }

  @Test
  default void a_key_is_remembered_for_a_day() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Sample.overlap(OverlapPolicy.ALLOW)));
    var run = trial.triggered(id, "k");
    trial.clock().advance(Duration.ofHours(24).minusMillis(1));
    assertThat(trial.triggered(id, "k")).isEqualTo(run);
    trial.clock().advance(Duration.ofMillis(1));
    var next = trial.triggered(id, "k");
    assertThat(next).isNotEqualTo(run);
    assertThat(trial.triggered(id, "k")).isEqualTo(next);
    assertThat(trial.see().live(id)).hasSize(2);
  }

  @Test
  default void a_drawn_key_is_not_remembered() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Sample.overlap(OverlapPolicy.ALLOW)));
    var key = new RequestKey("drawn", false, "as always");
    trial.trigger(id, key);
    trial.pass(1);
    trial.trigger(id, key);
    assertThat(trial.see().live(id)).hasSize(2);
    assertThat(trial.see().number("SELECT count(*) FROM idempotency")).isZero();
  }

  @Test
  default void a_request_during_a_run_leaves_a_line_under_skip() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    var run = trial.triggered(id, "k");
    var line = trial.see().lines(id).getFirst();
    assertThat(line.id()).isEqualTo(run);
    assertThat(line.kind()).isEqualTo(TriggerKind.MANUAL);
    assertThat(line.reason()).isEqualTo(Reason.OVERLAP);
    assertThat(line.nominal()).isEmpty();
    assertThat(trial.see().clock(id).skipped()).isEqualTo(1);
    assertThat(trial.see().activities().getLast().type()).isEqualTo("carillon.run.skipped");
    assertThat(trial.trigger(id, "k")).isEqualTo(new Requested.Done(run, true));
    assertThat(trial.see().lines(id)).hasSize(1);
  }

  @Test
  default void a_requested_run_holds_the_place_of_its_schedule() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.triggered(id, "k");
    trial.pass(5);
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().lines(id)).extracting(LineRow::reason).containsExactly(Reason.OVERLAP);
  }

  @Test
  default void a_refused_request_leaves_no_trace_and_does_not_use_its_key() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Policies.DEFAULT));
    var key = new RequestKey("k", true, "as always");
    var before = trial.see().clock(id);
    assertThat(
            trial
                .store()
                .request()
                .request(
                    Trial.MINE, id, key, (entry, now, stored) -> new Request.Refuse("not today")))
        .isEqualTo(new Requested.Refused("not today"));
    assertThat(trial.see().clock(id)).isEqualTo(before);
    assertThat(trial.trigger(id, key)).isInstanceOf(Requested.Done.class);
  }

  @Test
  default void nobody_requests_a_run_of_a_schedule_that_they_do_not_see() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Policies.DEFAULT));
    var key = new RequestKey("k", true, "as always");
    assertThat(
            trial
                .store()
                .request()
                .request(
                    new Scope(1, OptionalInt.of(2)),
                    id,
                    key,
                    (entry, now, stored) -> new Request.Refuse("never asked")))
        .isEqualTo(new Requested.NotFound());
    trial.delete(id);
    assertThat(trial.trigger(id, key)).isEqualTo(new Requested.NotFound());
  }

  @Test
  default void requested_runs_are_claimed_in_the_order_of_their_requests() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Sample.overlap(OverlapPolicy.ALLOW)));
    var first = requestedLater(trial, "one", id);
    var second = requestedLater(trial, "two", id);
    var third = requestedLater(trial, "three", id);
    assertThat(trial.claim()).extracting(StartedRun::id).containsExactly(first, second, third);
  }

  private static RunId requestedLater(Trial trial, String key, ScheduleId id) {
    trial.pass(1);
    return trial.triggered(id, key);
  }
}
