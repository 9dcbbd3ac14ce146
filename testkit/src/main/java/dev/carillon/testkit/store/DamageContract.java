package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.ClockStep;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.PlanStore.Turn;
import dev.carillon.engine.store.StartedRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store must do with what is broken: it stands alone, is told, and can be mended. */
public interface DamageContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void an_unreadable_definition_stops_its_own_schedule_and_no_other() {
    var trial = new Trial(rig());
    var broken = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var whole = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.see().breakDefinition(broken);
    trial.pass(5);
    assertThat(trial.plan()).extracting(run -> run.schedule().id()).containsExactly(whole);
    var clock = trial.see().clock(broken);
    assertThat(clock.status()).isEqualTo(ScheduleStatus.QUARANTINED);
    assertThat(clock.wake()).isEmpty();
    assertThat(clock.cursor()).contains(at(5));
    var told = trial.see().activities().getLast();
    assertThat(told.type()).isEqualTo("carillon.schedule.quarantined");
    assertThat(told.schedule()).contains(broken);
    assertThat(told.note()).contains("cannot be read");
    assertThat(trial.store().plan().nextWake()).contains(at(10));
  }

  @Test
  default void a_rule_that_cannot_plan_one_schedule_quarantines_it() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial
        .store()
        .plan()
        .plan(
            trial.node(),
            new Turn(Lane.LIVE, 10, 10),
            (due, now, room) -> new ClockStep.Quarantined(due.clock(), "it went wrong"));
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.QUARANTINED);
    assertThat(trial.see().activities().getLast().note()).contains("it went wrong");
    trial.pass(60);
    assertThat(trial.plan()).isEmpty();
  }

  @Test
  default void a_schedule_whose_rows_cannot_be_written_does_not_hold_up_others() {
    var trial = new Trial(rig());
    var before = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var like = Sample.definition(EVERY_FIVE, Policies.DEFAULT);
    var poisoned = trial.create(Sample.saying(like, "poison"));
    var after = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    trial.see().poison("poison");
    try {
      for (var turn = 0; turn < 3; turn++) {
        trial.plan();
      }
    } finally {
      trial.see().cure();
    }
    assertThat(trial.see().live(before)).hasSize(1);
    assertThat(trial.see().live(after)).hasSize(1);
    assertThat(trial.see().clock(poisoned).status()).isEqualTo(ScheduleStatus.QUARANTINED);
    assertThat(trial.see().activities())
        .anyMatch(told -> told.note().contains("its rows cannot be written"));
  }

  @Test
  default void an_occurrence_that_is_live_already_is_never_called_twice() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    trial.start(5);
    trial.see().setCursor(id, at(5));
    trial.pass(5);
    assertThat(trial.plan()).extracting(StartedRun::nominal).containsExactly(Optional.of(at(10)));
    assertThat(trial.see().clock(id).cursor()).contains(at(15));
    assertThat(trial.see().live(id)).hasSize(2);
  }

  @Test
  default void an_occurrence_that_is_in_the_ledger_is_never_called_again() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.settle(Sample.DONE, trial.start(5));
    trial.see().setCursor(id, at(5));
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().clock(id).cursor()).contains(at(10));
    assertThat(trial.see().lines(id))
        .extracting(LineRow::state)
        .containsExactly(RunState.SUCCEEDED);
  }

  @Test
  default void a_line_is_never_written_for_an_occurrence_that_is_live() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    trial.see().setCursor(id, at(5));
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().lines(id)).isEmpty();
    trial.settle(Sample.DONE, run);
    assertThat(trial.see().lines(id))
        .extracting(LineRow::state)
        .containsExactly(RunState.SUCCEEDED);
  }

  @Test
  default void what_waits_goes_on_though_the_run_before_it_is_left_out() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.settle(Sample.DONE, trial.start(5));
    trial.see().setCursor(id, at(5));
    trial.pass(25);
    trial.plan(Lane.LATE, 10, 10);
    assertThat(trial.claim()).extracting(StartedRun::nominal).containsExactly(Optional.of(at(10)));
    assertThat(trial.see().clock(id).waiting()).isEqualTo(1);
  }

  @Test
  default void a_message_may_hold_any_character() {
    var trial = new Trial(rig());
    var like = Sample.definition(EVERY_FIVE, Policies.DEFAULT);
    var id = trial.create(Sample.saying(like, "nothing \0 \uD83D\uDD14 \uD83D"));
    trial.pass(5);
    trial.plan(0);
    assertThat(trial.claim()).hasSize(1);
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ACTIVE);
  }

  @Test
  default void an_answer_may_hold_any_character() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var outcome = new Outcome.Failed(FailureKind.INVALID_ANSWER, "it answered \0", Answer.NONE);
    assertThat(trial.settle(outcome, trial.start(5)).settled()).hasSize(1);
    assertThat(trial.see().lines(id)).hasSize(1);
  }

  @Test
  default void a_run_settles_though_its_definition_cannot_be_read() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.pass(30);
    var run = trial.plan().getFirst();
    trial.edit(id, before -> Sample.definition(before, "somebody else"));
    trial.see().breakDefinition(id);
    assertThat(trial.settle(DONE, run).settled()).containsExactly(run.id());
    assertThat(trial.see().clock(id).succeeded()).isEqualTo(1);
  }

  @Test
  default void a_run_whose_definition_cannot_be_read_does_not_hold_up_others() {
    var trial = new Trial(rig());
    var broken = trial.create(Sample.manual(Policies.DEFAULT));
    trial.triggered(broken, "one");
    trial.see().breakDefinition(broken);
    trial.restart();
    var whole = trial.create(Sample.manual(Policies.DEFAULT));
    var run = trial.triggered(whole, "two");
    trial.claim(1);
    trial.claim(1);
    assertThat(trial.see().live(whole))
        .extracting(LiveRow::id, LiveRow::state)
        .containsExactly(tuple(run, RunState.RUNNING));
    assertThat(trial.see().lines(broken))
        .extracting(LineRow::state, LineRow::reason)
        .containsExactly(tuple(RunState.SKIPPED, Reason.QUARANTINED));
  }

  @Test
  default void a_lost_run_whose_definition_cannot_be_read_does_not_hold_up_others() {
    var trial = new Trial(rig());
    var broken = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    var whole = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.start(5);
    trial.see().breakDefinition(broken);
    trial.restart();
    trial.rescue();
    assertThat(states(trial, whole)).containsExactly(RunState.QUEUED);
    assertThat(states(trial, broken)).doesNotContain(RunState.RUNNING);
  }

  @Test
  default void a_schedule_whose_definition_cannot_be_read_is_mended_by_a_new_one() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.see().breakDefinition(id);
    trial.pass(5);
    trial.plan();
    trial.edit(id, before -> Sample.definition(EVERY_FIVE, Policies.DEFAULT));
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(trial.see().lines(id))
        .extracting(LineRow::nominal, LineRow::reason)
        .containsExactly(tuple(Optional.of(at(5)), Reason.QUARANTINED));
    assertThat(trial.start(5).nominal()).contains(at(10));
  }

  @Test
  default void a_paused_schedule_whose_definition_cannot_be_read_is_not_resumed() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pause(id);
    trial.see().breakDefinition(id);
    trial.restart();
    trial.pass(20);
    assertThat(trial.resume(id)).isInstanceOf(Changed.Refused.class);
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.PAUSED);
    assertThat(trial.see().clock(id).cursor()).contains(at(5));
  }

  @Test
  default void a_schedule_whose_definition_cannot_be_read_can_be_deleted() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.see().breakDefinition(id);
    trial.pass(5);
    trial.plan();
    assertThat(trial.delete(id)).isInstanceOf(Changed.Done.class);
    assertThat(trial.see().lines(id))
        .extracting(LineRow::nominal, LineRow::reason)
        .containsExactly(tuple(Optional.of(at(5)), Reason.SCHEDULE_DELETED));
  }

  private static List<RunState> states(Trial trial, ScheduleId schedule) {
    return trial.see().live(schedule).stream().map(LiveRow::state).toList();
  }
}
