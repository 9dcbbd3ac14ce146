package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.BROKEN;
import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.SignalStore.Published;
import dev.carillon.engine.store.StartedRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What events, and runs that others run after, must do in every store. */
public interface SignalContract {
  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void an_event_runs_each_schedule_that_waits_for_it_and_no_other() {
    var trial = new Trial(rig());
    var one = trial.create(waitsFor("deployed"));
    var other = trial.create(waitsFor("deployed"));
    trial.create(waitsFor("built"));
    trial.create(Sample.manual(Policies.DEFAULT));
    trial.pass(1);
    assertThat(trial.publish("deployed", "e1")).isEqualTo(new Published(2, false));
    assertThat(trial.see().live()).isEmpty();
    assertThat(trial.follow()).isEqualTo(2);
    assertThat(trial.see().live())
        .extracting(LiveRow::schedule)
        .containsExactlyInAnyOrder(one, other);
    var row = trial.see().live(one).getFirst();
    assertThat(row.kind()).isEqualTo(TriggerKind.EVENT);
    assertThat(row.state()).isEqualTo(RunState.QUEUED);
    assertThat(row.waitsOn()).contains(WaitsOn.ANY_NODE);
    assertThat(row.nominal()).isEmpty();
    var claimed = trial.claim();
    assertThat(claimed).extracting(StartedRun::desired).containsOnly(at(1));
    assertThat(claimed.getFirst().input().contextJson())
        .isEqualTo(
            """
            {"event":{"name":"deployed","id":"e1","published_at":"%s","data":{"branch":"main"}}}\
            """
                .formatted(at(1)));
    trial.settle(DONE, claimed);
    assertThat(trial.see().lines(one)).extracting(LineRow::reason).containsExactly(Reason.ON_TIME);
    assertThat(trial.follow()).isZero();
  }

  @Test
  default void the_same_event_again_runs_nothing_twice() {
    var trial = new Trial(rig());
    var id = trial.create(waitsFor("deployed"));
    trial.publish("deployed", "e1");
    assertThat(trial.publish("deployed", "e1")).isEqualTo(new Published(1, true));
    trial.follow();
    trial.pass(5);
    assertThat(trial.publish("deployed", "e1")).isEqualTo(new Published(1, true));
    trial.follow();
    assertThat(trial.see().live(id)).hasSize(1);
    trial.settle(DONE, trial.claim());
    trial.publish("deployed", "e2");
    trial.follow();
    assertThat(trial.see().live(id)).hasSize(1);
  }

  @Test
  default void a_restart_loses_no_signal_and_doubles_none() {
    var trial = new Trial(rig());
    var id = trial.create(waitsFor("deployed"));
    trial.publish("deployed", "e1");
    trial.restart();
    assertThat(trial.follow()).isEqualTo(1);
    trial.restart();
    assertThat(trial.follow()).isZero();
    assertThat(trial.see().live(id)).hasSize(1);
  }

  @Test
  default void an_event_that_comes_while_the_last_run_runs_leaves_its_line() {
    var trial = new Trial(rig());
    var skips = trial.create(waitsFor("deployed"));
    trial.publish("deployed", "e1");
    trial.publish("deployed", "e2");
    trial.follow();
    assertThat(trial.see().live(skips)).hasSize(1);
    var line = trial.see().lines(skips).getFirst();
    assertThat(line.reason()).isEqualTo(Reason.OVERLAP);
    assertThat(line.state()).isEqualTo(RunState.SKIPPED);
    assertThat(line.kind()).isEqualTo(TriggerKind.EVENT);
    assertThat(trial.see().clock(skips).skipped()).isEqualTo(1);
  }

  @Test
  default void an_event_for_a_schedule_that_stands_still_leaves_its_line() {
    var trial = new Trial(rig());
    var paused = trial.create(waitsFor("deployed"));
    var early = trial.create(within(Optional.of(at(60)), Optional.empty()));
    var late = trial.create(within(Optional.empty(), Optional.of(at(5))));
    var gone = trial.create(Sample.definition(waitsFor("deployed"), "nobody"));
    trial.pause(paused);
    trial.pass(10);
    trial.publish("deployed", "e1");
    assertThat(trial.follow()).isZero();
    assertThat(reason(trial, paused)).isEqualTo(Reason.PAUSED);
    assertThat(reason(trial, early)).isEqualTo(Reason.WINDOW);
    assertThat(reason(trial, late)).isEqualTo(Reason.SCHEDULE_ENDED);
    assertThat(reason(trial, gone)).isEqualTo(Reason.TARGET_MISSING);
  }

  @Test
  default void a_schedule_that_waits_ends_when_its_end_has_passed() {
    var trial = new Trial(rig());
    var id = trial.create(within(Optional.empty(), Optional.of(at(5))));
    trial.pass(5);
    trial.plan();
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ACTIVE);
    trial.publish("deployed", "e1");
    trial.pass(1);
    trial.plan();
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ENDED);
    assertThat(trial.store().plan().nextWake()).isEmpty();
    // It was published in time.
    assertThat(trial.follow()).isEqualTo(1);
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ENDED);
  }

  @Test
  default void an_event_whose_run_cannot_be_written_does_not_hold_up_others() {
    var trial = new Trial(rig());
    var poisoned = trial.create(Sample.saying(waitsFor("deployed"), "poison"));
    var whole = trial.create(waitsFor("deployed"));
    trial.publish("deployed", "e1");
    trial.see().poison("poison");
    try {
      for (var turn = 0; turn < 3; turn++) {
        trial.follow();
      }
    } finally {
      trial.see().cure();
    }
    assertThat(trial.see().live(whole)).hasSize(1);
    assertThat(trial.see().clock(whole).status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(trial.see().clock(poisoned).status()).isEqualTo(ScheduleStatus.QUARANTINED);
    assertThat(reason(trial, poisoned)).isEqualTo(Reason.QUARANTINED);
    assertThat(trial.follow()).isZero();
  }

  @Test
  default void one_that_waits_and_cannot_be_read_any_more_can_be_deleted() {
    var trial = new Trial(rig());
    var id = trial.create(waitsFor("deployed"));
    trial.see().breakDefinition(id);
    trial.restart();
    trial.publish("deployed", "e1");
    assertThat(trial.store().read().schedule(Trial.MINE, id).orElseThrow().isUnread()).isTrue();
    trial.delete(id);
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.DELETED);
  }

  @Test
  default void a_schedule_that_was_deleted_before_the_signal_was_taken_leaves_its_line() {
    var trial = new Trial(rig());
    var id = trial.create(waitsFor("deployed"));
    trial.publish("deployed", "e1");
    trial.delete(id);
    trial.follow();
    assertThat(reason(trial, id)).isEqualTo(Reason.SCHEDULE_DELETED);
    assertThat(trial.publish("deployed", "e2")).isEqualTo(new Published(0, false));
  }

  @Test
  default void with_the_last_run_that_it_may_have_it_has_ended() {
    var trial = new Trial(rig());
    var bounds = new Bounds(Optional.empty(), Optional.empty(), Optional.of(1));
    var id = trial.create(Sample.within(waitsFor("deployed"), bounds));
    trial.publish("deployed", "e1");
    trial.publish("deployed", "e2");
    trial.follow();
    assertThat(trial.see().live(id)).hasSize(1);
    assertThat(reason(trial, id)).isEqualTo(Reason.SCHEDULE_ENDED);
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ENDED);
  }

  @Test
  default void an_edit_changes_what_a_schedule_waits_for() {
    var trial = new Trial(rig());
    var id = trial.create(waitsFor("deployed"));
    trial.edit(id, before -> waitsFor("built"));
    assertThat(trial.publish("deployed", "e1")).isEqualTo(new Published(0, false));
    assertThat(trial.publish("built", "e1")).isEqualTo(new Published(1, false));
  }

  @Test
  default void what_the_filter_does_not_let_through_gets_no_signal() {
    var trial = new Trial(rig());
    trial.create(
        Sample.due(
            new Trigger.Event(
                "deployed", new EventFilter(Map.of("/branch", List.of("\"release\""))))));
    assertThat(trial.publish("deployed", "e1")).isEqualTo(new Published(0, false));
  }

  @Test
  default void a_schedule_runs_after_the_runs_that_it_awaits_and_after_no_other() {
    var trial = new Trial(rig());
    var first = trial.create(Sample.manual(Policies.DEFAULT));
    var onSuccess = trial.create(after(Awaited.SUCCESS, Condition.ANY, first));
    var onFailure = trial.create(after(Awaited.FAILURE, Condition.ANY, first));
    var onEnd = trial.create(after(Awaited.END, Condition.ANY, first));
    var run = ran(trial, first, "a", DONE);
    assertThat(trial.follow()).isEqualTo(2);
    assertThat(trial.see().live())
        .extracting(LiveRow::schedule)
        .containsExactlyInAnyOrder(onSuccess, onEnd);
    var started = trial.claim();
    assertThat(started).extracting(StartedRun::kind).containsOnly(TriggerKind.AFTER);
    assertThat(started.getFirst().input().contextJson())
        .contains("\"schedule_id\":\"" + first + "\"", run.id().toString(), "COMPLETED");
    trial.settle(DONE, started);
    ran(trial, first, "b", BROKEN);
    assertThat(trial.follow()).isEqualTo(2);
    assertThat(trial.see().live())
        .extracting(LiveRow::schedule)
        .containsExactlyInAnyOrder(onFailure, onEnd);
  }

  @Test
  default void a_run_that_is_settled_twice_is_followed_once() {
    var trial = new Trial(rig());
    var first = trial.create(Sample.manual(Policies.DEFAULT));
    var then = trial.create(after(Awaited.SUCCESS, Condition.ANY, first));
    trial.triggered(first, "a");
    var ended = List.<Ended>of(Trial.ended(trial.claim().getFirst(), DONE));
    assertThat(trial.settle(ended).signals()).isEqualTo(1);
    trial.follow();
    assertThat(trial.settle(ended).signals()).isZero();
    assertThat(trial.follow()).isZero();
    assertThat(trial.see().live(then)).hasSize(1);
  }

  @Test
  default void an_occurrence_that_did_not_run_is_followed_by_nothing() {
    var trial = new Trial(rig());
    var first = trial.create(Sample.manual(Policies.DEFAULT));
    trial.create(after(Awaited.END, Condition.ANY, first));
    trial.triggered(first, "a");
    trial.triggered(first, "b");
    assertThat(reason(trial, first)).isEqualTo(Reason.OVERLAP);
    assertThat(trial.follow()).isZero();
  }

  @Test
  default void a_schedule_that_runs_after_several_waits_for_each_since_its_last_run() {
    var trial = new Trial(rig());
    var one = trial.create(Sample.manual(Policies.DEFAULT));
    var other = trial.create(Sample.manual(Policies.DEFAULT));
    var then = trial.create(after(Awaited.SUCCESS, Condition.ALL, one, other));
    ran(trial, one, "a", DONE);
    ran(trial, one, "b", DONE);
    ran(trial, other, "c", BROKEN);
    assertThat(trial.follow()).isZero();
    ran(trial, other, "d", DONE);
    assertThat(trial.follow()).isEqualTo(1);
    trial.settle(DONE, trial.claim());
    ran(trial, other, "e", DONE);
    assertThat(trial.follow()).isZero();
    assertThat(trial.see().lines(then)).hasSize(1);
    ran(trial, one, "f", DONE);
    assertThat(trial.follow()).isEqualTo(1);
  }

  @Test
  default void a_chain_of_schedules_runs_one_after_the_other() {
    var trial = new Trial(rig());
    var first = trial.create(Sample.manual(Policies.DEFAULT));
    var second = trial.create(after(Awaited.SUCCESS, Condition.ANY, first));
    var third = trial.create(after(Awaited.SUCCESS, Condition.ANY, second));
    ran(trial, first, "a", DONE);
    trial.follow();
    trial.settle(DONE, trial.claim());
    trial.follow();
    assertThat(trial.see().live()).extracting(LiveRow::schedule).containsExactly(third);
  }

  @Test
  default void an_edit_by_which_a_schedule_would_run_after_itself_is_refused() {
    var trial = new Trial(rig());
    var first = trial.create(Sample.manual(Policies.DEFAULT));
    var second = trial.create(after(Awaited.SUCCESS, Condition.ANY, first));
    var third = trial.create(after(Awaited.SUCCESS, Condition.ANY, second));
    assertThat(trial.edit(first, before -> after(Awaited.END, Condition.ANY, third)))
        .isInstanceOf(Changed.Refused.class);
    assertThat(trial.edit(second, before -> after(Awaited.END, Condition.ANY, first, second)))
        .isInstanceOf(Changed.Refused.class);
    assertThat(trial.edit(third, before -> after(Awaited.END, Condition.ANY, first, second)))
        .isInstanceOf(Changed.Done.class);
    trial.delete(second);
    assertThat(trial.edit(first, before -> after(Awaited.END, Condition.ANY, second)))
        .isInstanceOf(Changed.Done.class);
  }

  private static Definition waitsFor(String event) {
    return Sample.due(new Trigger.Event(event, EventFilter.ALL));
  }

  private static Definition within(Optional<Instant> from, Optional<Instant> until) {
    return Sample.within(waitsFor("deployed"), new Bounds(from, until, Optional.empty()));
  }

  private static Definition after(Awaited on, Condition condition, ScheduleId... others) {
    var trigger = new Trigger.After(List.of(others), condition, on);
    var policies = Sample.overlap(OverlapPolicy.SKIP);
    var like = Sample.due(trigger);
    return new Definition(trigger, like.bounds(), like.target(), like.input(), policies);
  }

  /** A schedule runs because somebody asked, and ends like this. */
  private static StartedRun ran(Trial trial, ScheduleId schedule, String key, Outcome outcome) {
    trial.triggered(schedule, key);
    var run =
        trial.claim().stream()
            .filter(one -> one.schedule().id().equals(schedule))
            .findFirst()
            .orElseThrow();
    trial.settle(outcome, run);
    return run;
  }

  private static Reason reason(Trial trial, ScheduleId schedule) {
    var lines = trial.see().lines(schedule);
    assertThat(lines).hasSize(1);
    return lines.getFirst().reason();
  }
}
