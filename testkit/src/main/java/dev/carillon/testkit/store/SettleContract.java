package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.BROKEN;
import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunRules;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.StartedRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What settling must do in every store. */
public interface SettleContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_settled_run_is_a_line_with_its_outcome_and_cost() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    trial.pass(3);
    var settled = trial.settle(DONE, run);
    assertThat(settled.settled()).containsExactly(run.id());
    assertThat(settled.fenced()).isEmpty();
    assertThat(trial.see().live(id)).isEmpty();
    var line = trial.see().lines(id).getFirst();
    assertThat(line.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(line.reason()).isEqualTo(Reason.ON_TIME);
    assertThat(line.nominal()).contains(at(5));
    assertThat(line.started()).contains(at(5));
    assertThat(line.completed()).isEqualTo(at(8));
    assertThat(line.epoch()).isEqualTo(1);
    assertThat(line.node()).isEqualTo(OptionalLong.of(trial.node()));
    assertThat(line.costSource()).isEqualTo("reported");
    assertThat(line.costNanos()).isEqualTo(5_000_000);
    assertThat(line.tokens()).isEqualTo(OptionalLong.of(120));
    assertThat(line.detail().orElseThrow()).contains("do it", "done", "grep", "session-1");
  }

  @Test
  default void the_schedule_counts_what_it_has_done() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.settle(DONE, trial.start(5));
    trial.settle(BROKEN, trial.start(5));
    var clock = trial.see().clock(id);
    assertThat(clock.ran()).isEqualTo(2);
    assertThat(clock.succeeded()).isEqualTo(1);
    assertThat(clock.failed()).isEqualTo(1);
    assertThat(clock.costNanos()).isEqualTo(5_000_000);
    assertThat(clock.unknownCosts()).isEqualTo(1);
    assertThat(clock.lastAt()).contains(at(10));
    assertThat(clock.lastState()).contains(RunState.FAILED);
    assertThat(clock.live()).isZero();
  }

  @Test
  default void a_run_that_never_started_is_not_the_last_one() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.settle(DONE, trial.start(5));
    trial.pass(30);
    trial.plan();
    trial.delete(id);
    assertThat(trial.see().clock(id).lastAt()).contains(at(5));
    assertThat(trial.see().clock(id).lastState()).contains(RunState.SUCCEEDED);
  }

  @Test
  default void failures_are_counted_in_a_row_until_one_succeeds() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.settle(BROKEN, trial.start(5));
    trial.settle(new Outcome.TimedOut("too long", Answer.NONE), trial.start(5));
    trial.settle(new Outcome.Cancelled("by hand"), trial.start(5));
    trial.settle(new Outcome.Unknown("no answer"), trial.start(5));
    assertThat(trial.see().clock(id).failures()).isEqualTo(3);
    trial.settle(DONE, trial.start(5));
    assertThat(trial.see().clock(id).failures()).isZero();
    assertThat(trial.see().clock(id).failed()).isEqualTo(3);
  }

  @Test
  default void every_end_of_a_run_is_told_once() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    var outcomes =
        List.of(
            DONE,
            BROKEN,
            new Outcome.TimedOut("too long", Answer.NONE),
            new Outcome.Cancelled("by hand"),
            new Outcome.Unknown("no answer"));
    var runs = outcomes.stream().map(outcome -> settled(trial, outcome)).toList();
    assertThat(trial.see().activities())
        .filteredOn(activity -> activity.run().isPresent())
        .extracting(ActivityRow::type)
        .containsExactly(
            "carillon.run.completed",
            "carillon.run.failed",
            "carillon.run.timed_out",
            "carillon.run.cancelled",
            "carillon.run.unknown");
    assertThat(trial.see().activities())
        .filteredOn(activity -> activity.run().isPresent())
        .extracting(activity -> activity.run().orElseThrow())
        .containsExactlyElementsOf(runs.stream().map(StartedRun::id).toList());
  }

  private static StartedRun settled(Trial trial, Outcome outcome) {
    var run = trial.start(5);
    trial.settle(outcome, run);
    return run;
  }

  @Test
  default void runs_of_one_schedule_in_one_batch_are_all_counted() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    var runs = List.of(trial.start(5), trial.start(5), trial.start(5));
    trial.settle(DONE, runs);
    assertThat(trial.see().clock(id).succeeded()).isEqualTo(3);
    assertThat(trial.see().clock(id).live()).isZero();
  }

  @Test
  default void an_outcome_under_an_old_epoch_changes_nothing() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    trial.clock().advance(Trial.LEASE);
    trial.becomeAnother();
    trial.rescue();
    var settled = trial.settle(DONE, run);
    assertThat(settled.fenced()).containsExactly(run.id());
    assertThat(settled.settled()).isEmpty();
    assertThat(trial.see().lines(id)).isEmpty();
    var again = trial.claim().getFirst();
    assertThat(again.id()).isEqualTo(run.id());
    assertThat(trial.settle(DONE, run).fenced()).containsExactly(run.id());
    assertThat(trial.settle(BROKEN, again).settled()).containsExactly(run.id());
    assertThat(trial.settle(DONE, run).fenced()).containsExactly(run.id());
    assertThat(trial.see().lines(id)).extracting(LineRow::state).containsExactly(RunState.FAILED);
  }

  @Test
  default void a_batch_that_is_sent_again_changes_nothing_and_is_settled() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    var runs = List.of(trial.start(5), trial.start(5));
    trial.settle(DONE, runs);
    var before = trial.see().clock(id);
    trial.pass(1);
    assertThat(trial.settle(BROKEN, runs).settled())
        .containsExactlyElementsOf(runs.stream().map(StartedRun::id).toList());
    assertThat(trial.see().clock(id)).isEqualTo(before);
    assertThat(trial.see().lines(id))
        .extracting(LineRow::state)
        .containsExactly(RunState.SUCCEEDED, RunState.SUCCEEDED);
  }

  @Test
  default void every_run_of_a_batch_comes_back_in_exactly_one_list() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    var known = trial.start(5);
    var foreign = trial.start(5);
    var strange = RunId.planned(id, at(500));
    var outcome = RunRules.after(DONE);
    var settled =
        trial.settle(
            List.of(
                new Ended(strange, 1, outcome),
                new Ended(foreign.id(), 7, outcome),
                new Ended(known.id(), 1, outcome)));
    assertThat(settled.settled()).containsExactly(known.id());
    assertThat(settled.fenced()).containsExactly(strange, foreign.id());
    assertThat(trial.see().live(id)).extracting(LiveRow::id).containsExactly(foreign.id());
  }

  @Test
  default void a_run_that_came_twice_in_a_batch_is_settled_once() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    trial.settle(DONE, List.of(run, run));
    assertThat(trial.see().clock(id).ran()).isEqualTo(1);
  }

  @Test
  default void a_place_that_becomes_free_goes_to_the_run_that_waited_longest() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.pass(30);
    var first = trial.plan().getFirst();
    assertThat(trial.settle(DONE, first).handedOn()).isEqualTo(1);
    var clock = trial.see().clock(id);
    assertThat(clock.live()).isEqualTo(1);
    assertThat(clock.waiting()).isEqualTo(1);
    var second = trial.claim().getFirst();
    assertThat(second.nominal()).contains(at(10));
    assertThat(trial.claim()).isEmpty();
    trial.settle(BROKEN, second);
    assertThat(trial.claim()).extracting(StartedRun::nominal).containsExactly(Optional.of(at(15)));
  }

  @Test
  default void a_place_is_handed_on_once_though_the_batch_is_sent_again() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.pass(30);
    var first = trial.plan().getFirst();
    trial.settle(DONE, first);
    assertThat(trial.settle(DONE, first).handedOn()).isZero();
    assertThat(trial.see().clock(id).live()).isEqualTo(1);
    assertThat(trial.claim()).hasSize(1);
  }

  @Test
  default void a_place_that_becomes_free_during_a_pause_waits_for_its_end() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.pass(30);
    var first = trial.plan().getFirst();
    trial.pause(id);
    trial.settle(DONE, first);
    assertThat(trial.see().live(id).getFirst().waitsOn()).contains(WaitsOn.RESUME);
    assertThat(trial.claim()).isEmpty();
    trial.resume(id);
    assertThat(trial.claim()).extracting(StartedRun::nominal).containsExactly(Optional.of(at(10)));
  }

  @Test
  default void a_run_settles_though_its_schedule_is_deleted() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    trial.delete(id);
    assertThat(trial.settle(DONE, run).settled()).containsExactly(run.id());
    assertThat(trial.see().clock(id).succeeded()).isEqualTo(1);
  }
}
