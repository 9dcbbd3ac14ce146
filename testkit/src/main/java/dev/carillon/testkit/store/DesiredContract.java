package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.ExecutionWindow;
import dev.carillon.core.schedule.ExecutionWindow.Outside;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.time.DailyWindow;
import dev.carillon.core.time.Jitter;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.StartedRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Occurrences that should start at another time than their nominal one, in every store. */
public interface DesiredContract {
  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_jittered_occurrence_starts_at_its_desired_time_and_keeps_its_nominal_one() {
    var trial = new Trial(rig());
    var definition = jittered(20, Jitter.Mode.AFTER);
    var id = trial.create(definition);
    var desired = desired(id, definition, at(60));
    assertThat(trial.see().clock(id).wake()).contains(desired);
    trial.until(desired.minusMillis(1));
    assertThat(trial.plan()).isEmpty();
    trial.until(desired);
    var started = trial.plan().getFirst();
    assertThat(started.nominal()).contains(at(60));
    assertThat(started.desired()).isEqualTo(desired);
    var live = trial.see().live(id).getFirst();
    assertThat(live.nominal()).contains(at(60));
    assertThat(trial.see().clock(id).cursor()).contains(at(120));
    assertThat(trial.see().clock(id).wake()).contains(desired(id, definition, at(120)));
  }

  @Test
  default void around_its_nominal_time_an_occurrence_may_start_before_it() {
    var trial = new Trial(rig());
    var definition = jittered(20, Jitter.Mode.AROUND);
    var id = early(trial, definition);
    var desired = desired(id, definition, at(60));
    trial.until(desired);
    var started = trial.plan().getFirst();
    assertThat(started.nominal()).contains(at(60));
    trial.settle(Sample.DONE, started);
    trial.edit(id, before -> Sample.saying(before, "another"));
    trial.edit(id, before -> Sample.within(before, Bounds.NONE));
    trial.until(at(119));
    assertThat(trial.plan()).isEmpty();
    trial.until(at(120));
    assertThat(trial.plan()).extracting(run -> run.nominal()).containsExactly(Optional.of(at(120)));
  }

  @Test
  default void an_edit_of_other_things_leaves_what_starts_later_where_it_is() {
    var trial = new Trial(rig());
    var definition = jittered(20, Jitter.Mode.AFTER);
    var id = trial.create(definition);
    trial.until(at(60));
    trial.edit(id, before -> Sample.saying(before, "another"));
    assertThat(trial.see().clock(id).cursor()).contains(at(60));
    assertThat(trial.see().live(id)).isEmpty();
    trial.until(desired(id, definition, at(60)));
    assertThat(trial.plan().getFirst().input().message()).isEqualTo("another");
  }

  @Test
  default void what_is_nominally_over_keeps_its_time_when_an_edit_moves_the_others() {
    var trial = new Trial(rig());
    var definition = jittered(20, Jitter.Mode.AFTER);
    var id = trial.create(definition);
    var desired = desired(id, definition, at(60));
    trial.until(at(60));
    trial.edit(id, before -> Sample.within(before, Bounds.NONE));
    assertThat(trial.see().live(id)).extracting(LiveRow::state).containsExactly(RunState.PENDING);
    assertThat(trial.see().clock(id).cursor()).contains(at(120));
    assertThat(trial.see().clock(id).live()).as("places of what waits for its time").isZero();
    trial.until(desired.minusMillis(1));
    assertThat(trial.claim()).isEmpty();
    trial.until(desired);
    assertThat(trial.claim()).as("it is queued first").isEmpty();
    assertThat(trial.see().live(id)).extracting(LiveRow::state).containsExactly(RunState.QUEUED);
    var started = trial.claim().getFirst();
    assertThat(started.nominal()).contains(at(60));
    assertThat(started.desired()).isEqualTo(desired);
    assertThat(started.schedule().definition()).isEqualTo(definition);
    trial.settle(Sample.DONE, started);
    assertThat(trial.see().lines(id)).extracting(LineRow::reason).containsExactly(Reason.ON_TIME);
  }

  @Test
  default void what_starts_later_ends_with_its_schedule() {
    var trial = new Trial(rig());
    var definition = jittered(20, Jitter.Mode.AFTER);
    var id = trial.create(definition);
    trial.until(at(60));
    trial.edit(id, before -> Sample.within(before, Bounds.NONE));
    trial.delete(id);
    assertThat(trial.see().live(id)).isEmpty();
    var other = trial.create(jittered(20, Jitter.Mode.AFTER));
    trial.until(at(120));
    trial.delete(other);
    for (var deleted : List.of(id, other)) {
      assertThat(trial.see().lines(deleted))
          .extracting(LineRow::reason)
          .containsExactly(Reason.SCHEDULE_DELETED);
    }
  }

  @Test
  default void outside_of_its_window_an_occurrence_leaves_one_line() {
    var trial = new Trial(rig());
    var id = trial.create(windowed(Outside.SKIP));
    var clock = trial.see().clock(id);
    assertThat(clock.cursor()).contains(at(60));
    assertThat(clock.wake()).as("the first line is written at once").contains(at(60));
    trial.until(at(60));
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().lines(id)).extracting(LineRow::reason).containsExactly(Reason.WINDOW);
    assertThat(trial.see().clock(id).wake()).as("the others together").contains(at(180));
    trial.until(at(180));
    assertThat(trial.plan()).isEmpty();
    var line = trial.see().lines(id).getLast();
    assertThat(line.reason()).isEqualTo(Reason.WINDOW);
    assertThat(line.nominal()).contains(at(120));
    assertThat(line.until()).contains(at(180));
    assertThat(line.covers()).isEqualTo(2);
    trial.until(at(300));
    assertThat(trial.plan()).extracting(StartedRun::desired).containsExactly(at(300));
    assertThat(trial.audit().accounted(id)).isEqualTo(5);
  }

  @Test
  default void outside_of_its_window_an_occurrence_waits_until_it_opens() {
    var trial = new Trial(rig());
    var policies = Sample.overlap(OverlapPolicy.ALLOW);
    var like = windowed(Outside.WAIT);
    var id =
        trial.create(
            new Definition(like.trigger(), like.bounds(), like.target(), like.input(), policies));
    assertThat(trial.see().clock(id).wake()).contains(at(300));
    trial.until(at(299));
    assertThat(trial.plan()).isEmpty();
    trial.until(at(300));
    var started = trial.plan();
    assertThat(started)
        .extracting(run -> run.nominal().orElseThrow())
        .containsExactly(at(60), at(120), at(180), at(240), at(300));
    assertThat(started).extracting(StartedRun::desired).containsOnly(at(300));
  }

  @Test
  default void an_edit_of_the_window_holds_from_then_on() {
    var trial = new Trial(rig());
    var id = trial.create(windowed(Outside.SKIP));
    trial.until(at(130));
    trial.edit(id, before -> Sample.within(before, Bounds.NONE));
    var line = trial.see().lines(id).getFirst();
    assertThat(line.nominal()).contains(at(60));
    assertThat(line.covers()).isEqualTo(2);
    trial.until(at(180));
    assertThat(trial.plan()).extracting(StartedRun::desired).containsExactly(at(180));
  }

  @Test
  default void every_jitter_and_window_is_kept_as_it_was_said() {
    var trial = new Trial(rig());
    for (var definition :
        List.of(
            jittered(7, Jitter.Mode.AFTER),
            jittered(7, Jitter.Mode.AROUND),
            windowed(Outside.SKIP),
            windowed(Outside.WAIT))) {
      var id = trial.create(definition);
      trial.restart();
      var kept = trial.store().read().schedule(Trial.MINE, id).orElseThrow().schedule();
      assertThat(kept.definition()).isEqualTo(definition);
    }
  }

  /** A schedule whose first occurrence starts before its nominal time. */
  private static ScheduleId early(Trial trial, Definition definition) {
    while (true) {
      var id = trial.create(definition);
      if (desired(id, definition, at(60)).isBefore(at(60))) {
        return id;
      }
      trial.delete(id);
    }
  }

  private static Instant desired(ScheduleId id, Definition definition, Instant nominal) {
    return Agenda.of(id, definition).at(nominal).desired();
  }

  /** Due every minute, and open from the fifth on. */
  private static Definition windowed(Outside outside) {
    var opening = at(300).atZone(ZoneOffset.UTC).toLocalTime();
    var window = new DailyWindow(opening, opening.plusHours(1), ZoneOffset.UTC);
    return Sample.within(
        Sample.due(new Trigger.Every(1, Trigger.Unit.MINUTES, at(60))),
        Bounds.NONE.with(new ExecutionWindow(window, outside)));
  }

  /** Due every minute, from the first after the start. */
  private static Definition jittered(int seconds, Jitter.Mode mode) {
    return Sample.within(
        Sample.due(new Trigger.Every(1, Trigger.Unit.MINUTES, at(60))),
        Bounds.NONE.with(new Jitter(Duration.ofSeconds(seconds), mode)));
  }
}
