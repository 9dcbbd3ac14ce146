package dev.carillon.engine.signal;

import static dev.carillon.engine.plan.Samples.at;
import static dev.carillon.engine.plan.Samples.clock;
import static dev.carillon.engine.plan.Samples.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.core.timeline.Clock;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.store.DueSignal;
import dev.carillon.engine.store.NewRun;
import dev.carillon.engine.store.SignalStep;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a signal that came at second 10. Seconds are counted as in the samples. */
final class SignalRulesTest {
  private static final ScheduleId ONE = new ScheduleId(new UUID(0, 1));
  private static final ScheduleId OTHER = new ScheduleId(new UUID(0, 2));
  private static final Input INPUT = new Input("do it", "{\"event\":{}}");
  private static final RunId RUN = RunId.requested(TriggerKind.EVENT, "key", at(10));

  private final SignalRules rules = new SignalRules(new PlanRules(Set.of("clerk")));

  @ParameterizedTest(name = "{0} {1}, live {2}, from {3} to {4}, run {5} of {6}: {7}, {8} {9}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          SKIP  | ACTIVE      | 0 | -  | -  | 0 | - | queued           | ACTIVE      | 1
          SKIP  | ACTIVE      | 1 | -  | -  | 1 | - | overlap          | ACTIVE      | 1
          ALLOW | ACTIVE      | 1 | -  | -  | 1 | - | queued           | ACTIVE      | 2
          SKIP  | ACTIVE      | 0 | 10 | -  | 0 | - | queued           | ACTIVE      | 1
          SKIP  | ACTIVE      | 0 | 11 | -  | 0 | - | window           | ACTIVE      | 0
          SKIP  | ACTIVE      | 0 | -  | 10 | 0 | - | queued           | ENDED       | 1
          SKIP  | ACTIVE      | 0 | -  | 11 | 0 | - | queued           | ACTIVE      | 1
          SKIP  | ACTIVE      | 0 | -  | 9  | 0 | - | schedule_ended   | ACTIVE      | 0
          SKIP  | ENDED       | 0 | -  | 9  | 0 | - | schedule_ended   | ENDED       | 0
          SKIP  | ENDED       | 0 | -  | 10 | 0 | - | queued           | ENDED       | 1
          SKIP  | ACTIVE      | 0 | -  | -  | 1 | 3 | queued           | ACTIVE      | 1
          SKIP  | ACTIVE      | 0 | -  | -  | 2 | 3 | queued           | ENDED       | 1
          SKIP  | ENDED       | 0 | -  | -  | 3 | 3 | schedule_ended   | ENDED       | 0
          SKIP  | PAUSED      | 0 | -  | -  | 0 | - | paused           | PAUSED      | 0
          SKIP  | PAUSED      | 0 | -  | 9  | 0 | - | paused           | PAUSED      | 0
          SKIP  | QUARANTINED | 0 | -  | -  | 0 | - | quarantined      | QUARANTINED | 0
          SKIP  | DELETED     | 0 | -  | -  | 0 | - | schedule_deleted | DELETED     | 0
          """)
  void a_signal_becomes_a_run_or_a_line_that_says_why_not(
      OverlapPolicy overlap,
      ScheduleStatus status,
      int live,
      Long from,
      Long until,
      long launched,
      Integer most,
      String becomes,
      ScheduleStatus then,
      int liveThen) {
    var bounds =
        new Bounds(
            Optional.ofNullable(from).map(second -> at(second)),
            Optional.ofNullable(until).map(second -> at(second)),
            Optional.ofNullable(most));
    var schedule = waiting(overlap, new Trigger.Event("deployed", EventFilter.ALL), bounds);
    var none = Optional.<Instant>empty();
    var before = new Clock(schedule.id(), 1, status, none, none, live, 0, launched);
    var step = decide(schedule, before, true, Set.of());
    assertThat(told(step)).isEqualTo(becomes);
    assertThat(after(step, before).status()).isEqualTo(then);
    assertThat(after(step, before).live()).isEqualTo(liveThen);
    assertThat(after(step, before).launched())
        .isEqualTo(launched + (becomes.equals("queued") ? 1 : 0));
  }

  @ParameterizedTest(name = "{0} of one and other, heard [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ANY | one         | queued
          ANY | one, other  | queued
          ALL | one         | awaits more
          ALL | one, third  | awaits more
          ALL | one, other  | queued
          """)
  void after_several_it_runs_when_it_has_heard_of_as_many_as_it_wants(
      Condition condition, String heard, String becomes) {
    var trigger = new Trigger.After(List.of(ONE, OTHER), condition, Awaited.SUCCESS);
    var schedule = waiting(OverlapPolicy.SKIP, trigger, Bounds.NONE);
    var names = Map.of("one", ONE, "other", OTHER, "third", new ScheduleId(new UUID(0, 3)));
    var known = new HashSet<ScheduleId>();
    for (var name : heard.split(", ", -1)) {
      known.add(Optional.ofNullable(names.get(name)).orElseThrow());
    }
    assertThat(told(decide(schedule, clock(0, 0, 0), true, known))).isEqualTo(becomes);
  }

  @Test
  void a_run_says_why_it_runs_and_takes_the_input_of_its_signal() {
    var schedule =
        waiting(OverlapPolicy.SKIP, new Trigger.Event("deployed", EventFilter.ALL), Bounds.NONE);
    var run = ((SignalStep.Queue) decide(schedule, clock(0, 0, 0), true, Set.of())).run();
    assertThat(run.id()).isEqualTo(RUN);
    assertThat(run.kind()).isEqualTo(TriggerKind.EVENT);
    assertThat(run.nominal()).isEmpty();
    assertThat(run.desired()).isEqualTo(at(10));
    assertThat(run.input()).isEqualTo(INPUT);
    assertThat(run.placement()).isInstanceOf(NewRun.Placement.Queued.class);
  }

  @Test
  void without_a_target_or_a_definition_that_can_be_read_it_does_not_run() {
    var schedule =
        waiting(OverlapPolicy.SKIP, new Trigger.Event("deployed", EventFilter.ALL), Bounds.NONE);
    assertThat(told(decide(schedule, clock(0, 0, 0), false, Set.of()))).isEqualTo("quarantined");
    var nobody = new SignalRules(new PlanRules(Set.of()));
    var step = nobody.decide(due(schedule, clock(0, 0, 0), true, Set.of()), at(11));
    assertThat(told(step)).isEqualTo("target_missing");
    assertThat(((SignalStep.Leave) step).line().state()).isEqualTo(RunState.SKIPPED);
  }

  private SignalStep decide(
      Schedule schedule, Clock clock, boolean readable, Set<ScheduleId> heard) {
    return rules.decide(due(schedule, clock, readable, heard), at(11));
  }

  private static DueSignal due(
      Schedule schedule, Clock clock, boolean readable, Set<ScheduleId> heard) {
    return new DueSignal(
        RUN, TriggerKind.EVENT, at(10), schedule, readable, clock, false, heard, INPUT);
  }

  private static String told(SignalStep step) {
    return switch (step) {
      case SignalStep.Queue _ -> "queued";
      case SignalStep.Leave(var line, var _) -> line.reason().name().toLowerCase(Locale.ROOT);
      case SignalStep.Await() -> "awaits more";
    };
  }

  private static Clock after(SignalStep step, Clock before) {
    return switch (step) {
      case SignalStep.Queue(var _, var after) -> after;
      case SignalStep.Leave(var _, var after) -> after;
      case SignalStep.Await() -> before;
    };
  }

  private static Schedule waiting(OverlapPolicy overlap, Trigger trigger, Bounds bounds) {
    var like = schedule(overlap, CatchupPolicy.LAST);
    var definition = like.definition();
    return new Schedule(
        like.id(),
        like.owner(),
        like.version(),
        like.heading(),
        new Definition(
            trigger, bounds, definition.target(), definition.input(), definition.policies()),
        like.createdAt(),
        like.updatedAt());
  }
}
