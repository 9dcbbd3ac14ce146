package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.recurrence.RecurrenceParse;
import dev.carillon.core.recurrence.RecurrenceRule;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Unit;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.StartedRun;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What begins and ends a schedule in every store: triggers that run out, and bounds. */
public interface EndContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_trigger_of_one_time_runs_once_and_has_ended() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.due(new Trigger.Once(at(5))));
    assertThat(trial.see().clock(id).cursor()).contains(at(5));
    assertThat(nominals(trial, 20)).containsExactly(at(5));
    assertEnded(trial, id);
  }

  @Test
  default void dates_run_each_and_have_ended_with_the_last() {
    var trial = new Trial(rig());
    var dates = List.of(at(3), at(4), at(9));
    var id = trial.create(Sample.due(new Trigger.Dates(dates)));
    assertThat(nominals(trial, 4)).containsExactly(at(3), at(4));
    assertThat(trial.see().clock(id).status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(nominals(trial, 16)).containsExactly(at(9));
    assertEnded(trial, id);
  }

  @Test
  default void an_interval_is_due_at_its_anchor_and_every_step_after_it() {
    var trial = new Trial(rig());
    trial.create(Sample.due(new Trigger.Every(7, Unit.SECONDS, at(3))));
    assertThat(nominals(trial, 20)).containsExactly(at(3), at(10), at(17));
  }

  @Test
  default void a_recurrence_rule_has_ended_with_its_count() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.due(recurring("FREQ=SECONDLY;INTERVAL=4;COUNT=3")));
    assertThat(nominals(trial, 20)).containsExactly(at(4), at(8));
    assertEnded(trial, id);
  }

  @Test
  default void nothing_lies_before_the_start_or_after_the_end() {
    var trial = new Trial(rig());
    var id = trial.create(bounded(between(at(10), at(20))));
    assertThat(trial.see().clock(id).cursor()).contains(at(10));
    assertThat(nominals(trial, 40)).containsExactly(at(10), at(15), at(20));
    assertThat(trial.see().lines(id)).hasSize(3);
    assertEnded(trial, id);
  }

  @Test
  default void with_the_last_run_that_it_may_have_a_schedule_has_ended() {
    var trial = new Trial(rig());
    var id = trial.create(bounded(runs(2)));
    assertThat(nominals(trial, 30)).containsExactly(at(5), at(10));
    assertThat(trial.see().lines(id)).hasSize(2);
    assertEnded(trial, id);
  }

  @Test
  default void what_is_skipped_or_asked_for_is_none_of_the_runs_that_it_may_have() {
    var trial = new Trial(rig());
    var id = trial.create(bounded(runs(2)));
    var asked = trial.triggered(id, "now");
    var first = trial.claim().getFirst();
    assertThat(first.id()).isEqualTo(asked);
    trial.pass(5);
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().lines(id)).extracting(LineRow::reason).containsExactly(Reason.OVERLAP);
    trial.settle(Sample.DONE, first);
    assertThat(nominals(trial, 30)).containsExactly(at(10), at(15));
    assertEnded(trial, id);
  }

  @Test
  default void what_is_caught_up_counts_and_what_comes_after_the_last_leaves_no_line() {
    var trial = new Trial(rig());
    var policies = Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY);
    var id = trial.create(Sample.within(Sample.definition(EVERY_FIVE, policies), runs(3)));
    trial.pass(60);
    trial.plan();
    assertThat(trial.see().live(id))
        .extracting(LiveRow::nominal)
        .containsExactly(Optional.of(at(5)), Optional.of(at(10)), Optional.of(at(15)));
    assertThat(trial.see().lines(id)).isEmpty();
    assertEnded(trial, id);
  }

  @Test
  default void an_edit_that_allows_more_runs_goes_on_and_does_not_count_anew() {
    var trial = new Trial(rig());
    var id = trial.create(bounded(runs(2)));
    nominals(trial, 12);
    assertEnded(trial, id);
    trial.edit(id, before -> Sample.within(before, runs(3)));
    assertThat(trial.see().clock(id).cursor()).contains(at(15));
    assertThat(nominals(trial, 30)).containsExactly(at(15));
    assertEnded(trial, id);
  }

  @Test
  default void an_edit_revives_what_had_ended_only_while_its_owner_may_have_one_more() {
    var trial = new Trial(rig());
    var id = trial.create(bounded(runs(2)));
    nominals(trial, 12);
    assertEnded(trial, id);
    var another = trial.create(bounded(runs(9)));
    var one = OptionalInt.of(1);
    assertThat(trial.edit(id, one, before -> Sample.within(before, runs(3))))
        .isEqualTo(new Changed.LimitReached(1));
    assertEnded(trial, id);
    assertThat(trial.edit(another, one, before -> Sample.within(before, runs(8))))
        .isInstanceOf(Changed.Done.class);
    assertThat(trial.edit(id, OptionalInt.of(2), before -> Sample.within(before, runs(3))))
        .isInstanceOf(Changed.Done.class);
    assertThat(nominals(trial, 30)).hasSize(1 + 6);
  }

  @Test
  default void an_edit_to_no_more_runs_than_it_had_ends_it() {
    var trial = new Trial(rig());
    var id = trial.create(bounded(runs(9)));
    nominals(trial, 12);
    trial.edit(id, before -> Sample.within(before, runs(2)));
    assertEnded(trial, id);
    assertThat(nominals(trial, 12)).isEmpty();
  }

  @Test
  default void a_pause_beyond_the_end_leaves_its_line_and_the_schedule_has_ended() {
    var trial = new Trial(rig());
    var id = trial.create(bounded(between(at(0), at(20))));
    nominals(trial, 5);
    trial.pause(id);
    trial.pass(60);
    trial.resume(id);
    var line = trial.see().lines(id).getLast();
    assertThat(line.reason()).isEqualTo(Reason.PAUSED);
    assertThat(line.nominal()).contains(at(10));
    assertThat(line.until()).contains(at(20));
    assertThat(line.covers()).isEqualTo(3);
    assertEnded(trial, id);
  }

  @Test
  default void a_schedule_whose_only_time_passes_before_it_is_written_has_ended() {
    var trial = new Trial(rig());
    assertEnded(trial, trial.create(Sample.due(new Trigger.Once(at(0)))));
  }

  @Test
  default void every_trigger_and_bound_is_kept_as_it_was_said() {
    var trial = new Trial(rig());
    var bounds = new Bounds(Optional.of(at(1)), Optional.of(at(99_999)), Optional.of(7));
    var definitions =
        List.of(
            new Trigger.Every(90, Unit.MINUTES, at(3).plusMillis(7)),
            new Trigger.Once(at(50).plusMillis(7)),
            new Trigger.Dates(List.of(at(50), at(60).plusMillis(7))),
            recurring("FREQ=DAILY;BYHOUR=9,17"));
    for (var trigger : definitions) {
      var definition = Sample.within(Sample.due(trigger), bounds);
      var id = trial.create(definition);
      trial.restart();
      assertThat(
              trial.store().read().schedule(Trial.MINE, id).orElseThrow().schedule().definition())
          .isEqualTo(definition);
    }
  }

  private static void assertEnded(Trial trial, ScheduleId id) {
    var clock = trial.see().clock(id);
    assertThat(clock.status()).isEqualTo(ScheduleStatus.ENDED);
    assertThat(clock.cursor()).isEmpty();
    assertThat(clock.wake()).isEmpty();
  }

  /** Second by second everything due runs and succeeds; its nominal times, as they ran. */
  private static List<Instant> nominals(Trial trial, int seconds) {
    var found = new ArrayList<Instant>();
    for (var i = 0; i < seconds; i++) {
      trial.pass(1);
      var started = trial.plan();
      started.stream().map(StartedRun::nominal).flatMap(Optional::stream).forEach(found::add);
      if (!started.isEmpty()) {
        trial.settle(Sample.DONE, started);
      }
    }
    return found;
  }

  private static Definition bounded(Bounds bounds) {
    return Sample.within(Sample.definition(EVERY_FIVE, Policies.DEFAULT), bounds);
  }

  private static Bounds runs(int most) {
    return new Bounds(Optional.empty(), Optional.empty(), Optional.of(most));
  }

  private static Bounds between(Instant start, Instant end) {
    return new Bounds(Optional.of(start), Optional.of(end), Optional.empty());
  }

  private static Trigger recurring(String rule) {
    return switch (RecurrenceRule.parse(rule)) {
      case RecurrenceParse.Parsed(var parsed) ->
          new Trigger.Recurring(new Recurrence(parsed, at(0), ZoneId.of("Europe/Berlin")));
      case RecurrenceParse.Refused(var message) -> throw new IllegalArgumentException(message);
    };
  }
}
