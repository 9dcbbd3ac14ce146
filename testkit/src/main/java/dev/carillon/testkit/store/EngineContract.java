package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Sample.EVERY_SECOND;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The main job on every store: the whole engine, tick by tick, with the manual clock. */
public interface EngineContract {

  /** More than makes an occurrence missed, and less than a lease. */
  Duration AHEAD = Duration.ofSeconds(12);

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void each_second_of_a_minute_is_called_in_its_second_and_leaves_one_line() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_SECOND, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.run(60);
    assertThat(clockwork.called(id)).isEqualTo(seconds(1, 60));
    assertThat(trial.see().live(id)).isEmpty();
    assertThat(trial.see().lines(id))
        .hasSize(60)
        .allSatisfy(line -> {
          assertThat(line.state()).isEqualTo(RunState.SUCCEEDED);
          assertThat(line.reason()).isEqualTo(Reason.ON_TIME);
          assertThat(line.started()).isEqualTo(line.nominal());
        });
    assertThat(trial.see().lines(id))
        .extracting(line -> line.nominal().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(seconds(1, 60));
  }

  @Test
  default void schedules_that_are_due_together_all_run_and_each_at_its_own_instants() {
    var trial = new Trial(rig());
    var each = trial.create(EVERY_SECOND, Policies.DEFAULT);
    var fifth = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.run(20);
    assertThat(clockwork.called(each)).isEqualTo(seconds(1, 20));
    assertThat(clockwork.called(fifth)).containsExactly(at(5), at(10), at(15), at(20));
  }

  @Test
  default void after_a_downtime_last_calls_once_for_what_was_missed() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_SECOND, Sample.catchup(CatchupPolicy.LAST));
    var clockwork = new Clockwork(trial);
    clockwork.run(10);
    clockwork.die(Duration.ofSeconds(100));
    clockwork.run(5);
    // At 111 all up to 100 are more than ten seconds late, which is missed; the later ones are
    // late.
    assertThat(clockwork.called(id)).startsWith(seconds(1, 10).toArray(Instant[]::new));
    assertThat(clockwork.called(id)).endsWith(at(112), at(113), at(114), at(115));
    assertThat(accounted(trial, id)).isEqualTo(115);
    assertThat(trial.see().lines(id))
        .filteredOn(line -> line.reason() == Reason.SUPERSEDED)
        .extracting(LineRow::covers)
        .containsExactly(89L);
    assertThat(trial.see().lines(id))
        .filteredOn(line -> line.reason() == Reason.CAUGHT_UP)
        .extracting(line -> line.nominal().orElseThrow())
        .containsExactly(at(100));
  }

  @Test
  default void after_a_downtime_fire_immediately_calls_for_each_that_was_missed_in_order() {
    var trial = new Trial(rig());
    var id =
        trial.create(
            EVERY_SECOND,
            Sample.overlap(
                OverlapPolicy.ALLOW, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY).catchup()));
    var clockwork = new Clockwork(trial);
    clockwork.run(10);
    clockwork.die(Duration.ofSeconds(90));
    clockwork.run(150);
    assertThat(clockwork.called(id))
        .containsExactlyInAnyOrderElementsOf(seconds(1, 250))
        .startsWith(seconds(1, 11).toArray(Instant[]::new));
    assertThat(accounted(trial, id)).isEqualTo(250);
  }

  @Test
  default void a_call_under_way_when_the_process_dies_is_made_again_under_the_same_key() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.hold();
    clockwork.run(5);
    clockwork.answer();
    clockwork.die(Duration.ofSeconds(17));
    clockwork.run(2);
    assertThat(clockwork.calls(id).stream().filter(call -> call.nominal().equals(first())))
        .hasSize(2)
        .extracting(Attempt::run)
        .containsOnly(trial.see().lines(id).getFirst().id());
    assertThat(trial.see().lines(id).stream().filter(line -> line.nominal().equals(first())))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.state()).isEqualTo(RunState.SUCCEEDED);
          assertThat(line.epoch()).isGreaterThan(1);
        });
  }

  private static Optional<Instant> first() {
    return Optional.of(at(5));
  }

  @Test
  default void what_is_due_during_a_pause_is_not_called_and_says_paused() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_SECOND, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.run(3);
    clockwork.engine().schedules().pause(Trial.ada(id), "for a while");
    clockwork.run(10);
    clockwork.engine().schedules().resume(Trial.ada(id));
    clockwork.run(2);
    assertThat(clockwork.called(id)).containsExactly(at(1), at(2), at(3), at(14), at(15));
    assertThat(accounted(trial, id)).isEqualTo(15);
    assertThat(trial.see().lines(id))
        .filteredOn(line -> line.reason() == Reason.PAUSED)
        .extracting(LineRow::covers)
        .satisfies(
            covers -> assertThat(covers.stream().mapToLong(Long::longValue).sum()).isEqualTo(10));
  }

  @Test
  default void an_edited_schedule_goes_on_by_its_new_definition() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_SECOND, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.run(3);
    trial.edit(id, before -> Sample.definition(EVERY_FIVE, before.policies()));
    clockwork.run(7);
    assertThat(clockwork.called(id)).containsExactly(at(1), at(2), at(3), at(5), at(10));
    assertThat(trial.see().lines(id)).extracting(LineRow::version).contains(1, 2);
  }

  @Test
  default void a_deleted_schedule_is_called_no_more_and_its_lines_stay() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_SECOND, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.run(3);
    clockwork.engine().schedules().delete(Trial.ada(id));
    clockwork.run(5);
    assertThat(clockwork.called(id)).isEqualTo(seconds(1, 3));
    assertThat(trial.see().lines(id).stream().filter(line -> line.started().isPresent()))
        .hasSize(3);
  }

  @Test
  default void a_run_that_somebody_asks_for_stands_beside_the_planned_ones() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.run(2);
    trial.triggered(id, "now");
    clockwork.run(3);
    assertThat(clockwork.calls(id))
        .extracting(Attempt::kind)
        .containsExactly(TriggerKind.MANUAL, TriggerKind.SCHEDULE);
    assertThat(trial.see().lines(id)).hasSize(2);
  }

  @Test
  default void an_event_is_told_to_the_agent_and_what_runs_after_that_run_is_told_of_it() {
    var trial = new Trial(rig());
    var first = trial.create(Sample.due(new Trigger.Event("deployed", EventFilter.ALL)));
    var then =
        trial.create(Sample.due(new Trigger.After(List.of(first), Condition.ANY, Awaited.SUCCESS)));
    var clockwork = new Clockwork(trial);
    clockwork.run(1);
    trial.publish("deployed", "e1");
    clockwork.run(2);
    assertThat(clockwork.calls(first))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.kind()).isEqualTo(TriggerKind.EVENT);
          assertThat(call.input().contextJson())
              .isEqualTo(
                  """
                  {"event":{"name":"deployed","id":"e1","published_at":"%s",\
                  "data":{"branch":"main"}}}\
                  """
                      .formatted(at(1)));
        });
    assertThat(clockwork.calls(then))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.kind()).isEqualTo(TriggerKind.AFTER);
          assertThat(call.input().contextJson())
              .isEqualTo(
                  """
                  {"after":{"schedule_id":"%s","run_id":"%s","status":"COMPLETED",\
                  "completed_at":"%s"}}\
                  """
                      .formatted(first, clockwork.calls(first).getFirst().run(), at(2)));
        });
  }

  @Test
  default void a_process_that_dies_after_a_settle_still_runs_what_comes_after() {
    var trial = new Trial(rig());
    var first = trial.create(Sample.due(new Trigger.Event("deployed", EventFilter.ALL)));
    var then =
        trial.create(Sample.due(new Trigger.After(List.of(first), Condition.ANY, Awaited.SUCCESS)));
    var clockwork = new Clockwork(trial);
    trial.publish("deployed", "e1");
    clockwork.run(1);
    assertThat(trial.see().lines(first)).hasSize(1);
    clockwork.die(Duration.ofSeconds(60));
    clockwork.run(5);
    assertThat(clockwork.calls(first)).hasSize(1);
    assertThat(clockwork.calls(then)).hasSize(1);
    assertThat(trial.see().lines(then)).hasSize(1);
  }

  @Test
  default void a_clock_that_steps_back_calls_nothing_twice() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_SECOND, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.run(10);
    trial.clock().set(at(4));
    clockwork.run(8);
    assertThat(clockwork.called(id)).isEqualTo(seconds(1, 12));
    assertThat(accounted(trial, id)).isEqualTo(12);
  }

  @Test
  default void a_clock_that_leaps_ahead_for_a_moment_makes_nothing_missed() {
    var trial = new Trial(rig());
    var id =
        trial.create(
            EVERY_SECOND,
            Sample.overlap(OverlapPolicy.ALLOW, Sample.catchup(CatchupPolicy.NONE).catchup()));
    var clockwork = new Clockwork(trial);
    clockwork.run(3);
    clockwork.leap(AHEAD);
    assertThatThrownBy(() -> clockwork.run(1))
        .isInstanceOf(StoreException.Away.class)
        .hasMessageContaining("leapt ahead");
    clockwork.leap(AHEAD.negated());
    clockwork.run(4);
    assertThat(clockwork.called(id)).isEqualTo(seconds(1, 8));
  }

  @Test
  default void a_clock_that_leaps_ahead_and_stays_there_is_followed() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_SECOND, Policies.DEFAULT);
    var clockwork = new Clockwork(trial);
    clockwork.run(3);
    clockwork.leap(AHEAD);
    for (var second = 0; second < 5; second++) {
      assertThatThrownBy(() -> clockwork.run(1)).isInstanceOf(StoreException.Away.class);
    }
    // The clock is asked every other second here, so it may be two more before it is believed.
    clockwork.pass(Duration.ofSeconds(2));
    clockwork.run(5);
    assertThat(clockwork.called(id))
        .startsWith(at(1), at(2), at(3))
        .endsWith(at(25), at(26), at(27));
    assertThat(accounted(trial, id)).isEqualTo(27);
  }

  private static long accounted(Trial trial, ScheduleId id) {
    return trial.audit().accounted(id);
  }

  private static List<Instant> seconds(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(Trial::at).toList();
  }
}
