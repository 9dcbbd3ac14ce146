package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ResumePolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.change.Schedules;
import dev.carillon.engine.store.Change;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.ChangeStore.Created;
import dev.carillon.engine.store.ClockStep;
import dev.carillon.engine.store.DueClock;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Halt;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.PlanStore.Turn;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.Standing;
import dev.carillon.engine.store.StartedRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What creating and changing schedules must do in every store. */
public interface ChangeContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_new_schedule_is_in_version_1_and_due_for_the_first_time_after_now() {
    var trial = new Trial(rig());
    var draft = Trial.draft(Sample.definition(EVERY_FIVE, Policies.DEFAULT));
    var created = trial.schedules().create(draft, OptionalInt.empty());
    var entry = ((Created.Done) created).entry();
    assertThat(entry.schedule().id()).isEqualTo(draft.id());
    assertThat(entry.schedule().owner()).isEqualTo(Trial.OWNER);
    assertThat(entry.schedule().version()).isEqualTo(1);
    assertThat(entry.schedule().heading()).isEqualTo(draft.heading());
    assertThat(entry.schedule().createdAt()).isEqualTo(at(0));
    assertThat(entry.clock().wake()).contains(at(5));
    assertThat(entry.standing()).isEqualTo(Standing.FRESH);
    var clock = trial.see().clock(draft.id());
    assertThat(clock.status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(clock.cursor()).contains(at(5));
    assertThat(clock.wake()).contains(at(5));
    var told = trial.see().activities().getLast();
    assertThat(told.type()).isEqualTo("carillon.schedule.created");
    assertThat(told.actor()).isEqualTo("ada");
  }

  @Test
  default void an_owner_has_no_more_schedules_than_allowed_and_deleting_makes_room() {
    var trial = new Trial(rig());
    var first = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    var draft = Trial.draft(Sample.manual(Policies.DEFAULT));
    assertThat(trial.schedules().create(draft, OptionalInt.of(2)))
        .isEqualTo(new Created.LimitReached(2));
    assertThat(trial.see().clocks()).hasSize(2);
    trial.delete(first);
    assertThat(trial.schedules().create(draft, OptionalInt.of(2))).isInstanceOf(Created.Done.class);
  }

  @Test
  default void a_schedule_is_changed_only_by_those_who_see_it() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    assertThat(pausedBy(trial, id, new Scope(2, OptionalInt.empty())))
        .isEqualTo(new Changed.NotFound());
    assertThat(pausedBy(trial, id, new Scope(1, OptionalInt.of(2))))
        .isEqualTo(new Changed.NotFound());
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(pausedBy(trial, id, new Scope(1, OptionalInt.empty())))
        .isInstanceOf(Changed.Done.class);
    trial.delete(id);
    assertThat(trial.pause(id)).isEqualTo(new Changed.NotFound());
  }

  private static Changed pausedBy(Trial trial, ScheduleId id, Scope scope) {
    return trial.schedules().pause(new Schedules.Who(scope, id, "x", OptionalInt.empty()), "x");
  }

  @Test
  default void a_paused_schedule_never_fires_and_says_since_when_and_why() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(2);
    var entry = done(trial.pause(id));
    assertThat(entry.clock().status()).isEqualTo(ScheduleStatus.PAUSED);
    assertThat(entry.halt()).contains(new Halt(at(2), "ada", "for a while"));
    assertThat(trial.store().plan().nextWake()).isEmpty();
    trial.pass(60);
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().lines(id)).isEmpty();
  }

  @Test
  default void a_pause_and_a_resume_are_changes_but_make_no_version() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(2);
    assertThat(done(trial.pause(id)).schedule().updatedAt()).isEqualTo(at(2));
    trial.pass(1);
    assertThat(done(trial.resume(id)).schedule().updatedAt()).isEqualTo(at(3));
    var read = trial.store().read().schedule(Trial.MINE, id).orElseThrow().schedule();
    assertThat(read.updatedAt()).isEqualTo(at(3));
    assertThat(read.version()).isOne();
    assertThat(trial.resume(id)).isInstanceOf(Changed.Already.class);
  }

  @Test
  default void a_pause_passes_what_is_due_and_not_yet_launched() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(12);
    trial.pause(id);
    var line = trial.see().lines(id).getFirst();
    assertThat(line.reason()).isEqualTo(Reason.PAUSED);
    assertThat(line.covers()).isEqualTo(2);
    assertThat(trial.see().clock(id).cursor()).contains(at(15));
    assertThat(trial.see().clock(id).skipped()).isEqualTo(2);
  }

  @Test
  default void doing_again_what_is_done_leaves_no_trace() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pause(id);
    var told = trial.see().activities().size();
    trial.pass(1);
    for (var again : List.of(trial.pause(id), trial.edit(id, before -> before))) {
      assertThat(again)
          .isInstanceOfSatisfying(
              Changed.Already.class,
              already -> assertThat(already.entry().schedule().updatedAt()).isEqualTo(at(0)));
    }
    assertThat(trial.see().activities()).hasSize(told);
  }

  @Test
  default void a_resumed_schedule_goes_on_and_the_pause_is_one_line() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pause(id);
    trial.clock().advance(Duration.ofDays(30));
    trial.pass(2);
    var entry = done(trial.resume(id));
    assertThat(entry.clock().status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(entry.halt()).isEmpty();
    var month = Duration.ofDays(30).toSeconds();
    var line = trial.see().lines(id).getFirst();
    assertThat(trial.see().lines(id)).hasSize(1);
    assertThat(line.reason()).isEqualTo(Reason.PAUSED);
    assertThat(line.nominal()).contains(at(5));
    assertThat(line.until()).contains(at(month));
    assertThat(line.covers()).isEqualTo(month / 5);
    assertThat(trial.see().clock(id).skipped()).isEqualTo(month / 5);
    assertThat(trial.start(3).nominal()).contains(at(month + 5));
  }

  @Test
  default void a_resume_that_catches_up_queues_what_runs_after_all() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.onResume(ResumePolicy.LAST));
    trial.pause(id);
    trial.pass(62);
    trial.resume(id);
    var claimed = trial.claim();
    assertThat(claimed).extracting(StartedRun::nominal).containsExactly(Optional.of(at(60)));
    assertThat(claimed.getFirst().kind()).isEqualTo(TriggerKind.CATCHUP);
    assertThat(trial.audit().accounted(id)).isEqualTo(12);
  }

  @Test
  default void a_deleted_schedule_ends_what_waits_and_lets_run_what_runs() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.pass(30);
    var running = trial.plan().getFirst();
    trial.pass(3);
    trial.delete(id);
    assertThat(trial.see().live(id)).extracting(LiveRow::id).containsExactly(running.id());
    assertThat(trial.see().lines(id))
        .filteredOn(line -> line.reason() == Reason.SCHEDULE_DELETED)
        .extracting(LineRow::nominal)
        .containsExactly(Optional.of(at(10)), Optional.of(at(15)));
    var clock = trial.see().clock(id);
    assertThat(clock.status()).isEqualTo(ScheduleStatus.DELETED);
    assertThat(clock.cursor()).isEmpty();
    assertThat(clock.wake()).isEmpty();
    assertThat(clock.live()).isEqualTo(1);
    assertThat(clock.waiting()).isZero();
    trial.pass(5);
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.settle(DONE, running).settled()).hasSize(1);
    assertThat(trial.see().activities())
        .extracting(ActivityRow::type)
        .contains("carillon.schedule.deleted", "carillon.run.skipped");
  }

  @Test
  default void what_is_due_at_an_edit_follows_the_old_definition_and_the_rest_the_new() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(7);
    var entry = done(trial.edit(id, before -> Sample.definition("0 * * * * *", Policies.DEFAULT)));
    assertThat(entry.schedule().version()).isEqualTo(2);
    assertThat(entry.schedule().updatedAt()).isEqualTo(at(7));
    var old = trial.claim().getFirst();
    assertThat(old.nominal()).contains(at(5));
    assertThat(old.schedule().version()).isEqualTo(1);
    trial.settle(DONE, old);
    assertThat(trial.see().clock(id).wake()).contains(at(60));
    var fresh = trial.start(53);
    assertThat(fresh.nominal()).contains(at(60));
    assertThat(fresh.schedule().version()).isEqualTo(2);
    assertThat(trial.see().lines(id)).extracting(LineRow::version).containsExactly(1);
  }

  @Test
  default void who_saw_another_version_changes_nothing() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.edit(id, before -> Sample.definition(before, "somebody else"));
    var who = new Schedules.Who(Trial.MINE, id, "ada", OptionalInt.of(1));
    assertThat(trial.schedules().pause(who, "too late")).isEqualTo(new Changed.Outdated(2));
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ACTIVE);
  }

  @Test
  default void a_refused_change_leaves_no_trace() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var before = trial.see().clock(id);
    var told = trial.see().activities().size();
    assertThat(
            trial
                .store()
                .change()
                .change(
                    Trial.MINE,
                    id,
                    OptionalInt.empty(),
                    (entry, now, stored) -> new Change.Refuse("not today")))
        .isEqualTo(new Changed.Refused("not today"));
    assertThat(trial.see().clock(id)).isEqualTo(before);
    assertThat(trial.see().activities()).hasSize(told);
  }

  @Test
  default void an_edit_that_lets_runs_overlap_lets_go_what_waits() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.pass(30);
    trial.plan();
    trial.edit(id, before -> Sample.definition(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW)));
    assertThat(trial.see().clock(id).waiting()).isZero();
    assertThat(trial.claim())
        .extracting(StartedRun::nominal)
        .containsExactly(Optional.of(at(10)), Optional.of(at(15)));
  }

  @Test
  default void an_edit_mends_what_was_quarantined_and_lets_its_runs_go_on() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    trial.pass(5);
    trial.plan(0);
    quarantine(trial, id);
    assertThat(trial.claim()).isEmpty();
    assertThat(trial.see().live(id).getFirst().waitsOn()).contains(WaitsOn.RESUME);
    var entry = done(trial.edit(id, before -> Sample.definition(EVERY_FIVE, Policies.DEFAULT)));
    assertThat(entry.clock().status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(entry.halt()).isEmpty();
    assertThat(trial.claim()).extracting(StartedRun::nominal).containsExactly(Optional.of(at(5)));
  }

  private static void quarantine(Trial trial, ScheduleId id) {
    trial.pass(5);
    trial
        .store()
        .plan()
        .plan(trial.node(), new Turn(Lane.LIVE, 10, 10), (due, now, room) -> quarantined(due));
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.QUARANTINED);
  }

  private static ClockStep quarantined(DueClock due) {
    return new ClockStep.Quarantined(due.clock(), "it went wrong");
  }

  @Test
  default void a_change_outlives_a_restart() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.edit(id, before -> Sample.definition("0 * * * * *", Policies.DEFAULT));
    trial.restart();
    trial.pass(45);
    assertThat(trial.plan()).extracting(run -> run.schedule().version()).containsExactly(2);
    assertThat(trial.see().live(id)).extracting(LiveRow::state).containsExactly(RunState.RUNNING);
  }

  private static Entry done(Changed changed) {
    return ((Changed.Done) changed).entry();
  }
}
