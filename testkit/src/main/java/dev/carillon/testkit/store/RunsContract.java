package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.BROKEN;
import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.MINE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.money.Cost;
import dev.carillon.core.money.Money;
import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.run.Usage;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.engine.store.StartedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What asking for runs must do in every store. */
public interface RunsContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void an_ended_run_is_read_with_all_that_is_known_of_it() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var started = trial.start(5);
    trial.pass(3);
    trial.settle(DONE, started);
    var run = trial.store().read().run(MINE, started.id()).orElseThrow();
    assertThat(run.id()).isEqualTo(started.id());
    assertThat(run.schedule()).isEqualTo(id);
    assertThat(run.scheduleName()).isEqualTo("trial");
    assertThat(run.target()).isEqualTo(Sample.CLERK);
    assertThat(run.kind()).isEqualTo(TriggerKind.SCHEDULE);
    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.reason()).isEqualTo(Reason.ON_TIME);
    assertThat(run.times())
        .isEqualTo(
            new RunRecord.Times(
                Optional.of(at(5)),
                at(5),
                Optional.of(at(5)),
                Optional.of(at(5)),
                Optional.of(at(8))));
    assertThat(run.until()).isEmpty();
    assertThat(run.covers()).isEqualTo(1);
    assertThat(List.of(run.version(), run.attempt(), run.epoch())).containsExactly(1, 1, 1);
    assertThat(run.node()).contains("trial");
    assertThat(run.query()).contains("do it");
    var result = run.result().orElseThrow();
    assertThat(result.text()).contains("done");
    assertThat(result.sessionId()).contains("session-1");
    assertThat(result.failure()).isEmpty();
    assertThat(result.toolCalls()).hasSize(1);
    assertThat(result.toolCalls().getFirst().tool()).isEqualTo("grep");
    assertThat(result.toolCalls().getFirst().duration()).isEqualTo(OptionalLong.of(7));
    assertThat(run.usage().cost()).isEqualTo(new Cost.Reported(new Money(5_000_000)));
    assertThat(run.usage().tokens().total()).isEqualTo(OptionalLong.of(120));
    assertThat(run.usage().model()).contains("sonnet");
    assertThat(run.usage().contextMax()).isEqualTo(OptionalLong.of(200_000));
  }

  @Test
  default void a_failed_run_says_why() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    var started = trial.start(5);
    trial.settle(BROKEN, started);
    var run = trial.store().read().run(MINE, started.id()).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.result().orElseThrow().failure()).contains(FailureKind.HTTP_5XX);
    assertThat(run.result().orElseThrow().message()).contains("it answered 500");
    assertThat(run.usage().cost()).isEqualTo(Cost.unknown());
  }

  @Test
  default void a_run_that_is_not_over_is_read_too() {
    var trial = new Trial(rig());
    var id = trial.create(Sample.manual(Sample.overlap(OverlapPolicy.ALLOW)));
    trial.pass(1);
    var waiting = trial.triggered(id, "k");
    var run = trial.store().read().run(MINE, waiting).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.QUEUED);
    assertThat(run.kind()).isEqualTo(TriggerKind.MANUAL);
    assertThat(run.query()).contains("do it");
    assertThat(run.attempt()).isZero();
    assertThat(run.node()).isEmpty();
    assertThat(run.result()).isEmpty();
    assertThat(run.usage()).isEqualTo(Usage.NONE);
    assertThat(run.times())
        .isEqualTo(
            new RunRecord.Times(
                Optional.empty(), at(1), Optional.of(at(1)), Optional.empty(), Optional.empty()));
    trial.pass(1);
    trial.claim();
    var running = trial.store().read().run(MINE, waiting).orElseThrow();
    assertThat(running.state()).isEqualTo(RunState.RUNNING);
    assertThat(running.attempt()).isEqualTo(1);
    assertThat(running.times().started()).contains(at(2));
    assertThat(running.node()).contains("trial");
  }

  @Test
  default void a_line_of_a_range_says_what_it_covers() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pass(22);
    trial.pause(id);
    var page = list(trial, Asked.runs().of(id).everyLine());
    var line = page.items().getFirst();
    assertThat(line.state()).isEqualTo(RunState.SKIPPED);
    assertThat(line.reason()).isEqualTo(Reason.PAUSED);
    assertThat(line.times().nominal()).contains(at(5));
    assertThat(line.until()).contains(at(20));
    assertThat(line.covers()).isEqualTo(4);
    assertThat(line.query()).isEmpty();
    assertThat(line.result()).isEmpty();
    assertThat(page.total()).isEqualTo(1);
    assertThat(trial.store().read().run(MINE, line.id())).contains(line);
  }

  @Test
  default void runs_are_listed_newest_first_whether_they_are_over_or_not() {
    var trial = new Trial(rig());
    var allow = Sample.overlap(OverlapPolicy.ALLOW);
    IntStream.range(0, 9).forEach(i -> trial.create(EVERY_FIVE, allow));
    var started = new ArrayList<StartedRun>();
    IntStream.range(0, 3)
        .forEach(i -> {
          trial.pass(5);
          started.addAll(trial.plan());
        });
    // Every other one ends, so that the two tables take turns in the list.
    trial.settle(
        DONE, IntStream.range(0, 27).filter(i -> i % 2 == 0).mapToObj(started::get).toList());
    var newestFirst =
        started.stream().map(StartedRun::id).sorted(Comparator.reverseOrder()).toList();
    assertThat(ids(list(trial, Asked.runs(Asked.first(27))))).isEqualTo(newestFirst);
    assertThat(ids(list(trial, Asked.runs(Asked.past(20, 5)))))
        .isEqualTo(newestFirst.subList(20, 25));
    var paged = new ArrayList<RunId>();
    var page = list(trial, Asked.runs(Asked.first(4)));
    paged.addAll(ids(page));
    while (page.more()) {
      assertThat(page.total()).isEqualTo(27);
      page = list(trial, Asked.runs(Asked.after(paged.getLast(), 4)));
      paged.addAll(ids(page));
    }
    assertThat(paged).isEqualTo(newestFirst);
    assertThat(page.total()).isEqualTo(27);
  }

  @Test
  default void a_list_leaves_query_and_tool_calls_to_the_single_run() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.settle(DONE, trial.start(5));
    var run = list(trial, Asked.runs()).items().getFirst();
    assertThat(run.query()).isEmpty();
    assertThat(run.result().orElseThrow().toolCalls()).isEmpty();
    assertThat(run.result().orElseThrow().text()).contains("done");
    assertThat(run.usage().tokens().total()).isEqualTo(OptionalLong.of(120));
  }

  @Test
  default void a_list_shows_the_beginning_of_a_long_result() {
    var trial = new Trial(rig());
    trial.create(EVERY_FIVE, Policies.DEFAULT);
    var bells = "\uD83D\uDD14".repeat(200);
    var run = trial.start(5);
    trial.settle(Sample.answering(bells + "and more"), run);
    var listed = list(trial, Asked.runs()).items().getFirst();
    assertThat(listed.result().orElseThrow().text()).contains(bells);
    var whole = trial.store().read().run(MINE, run.id()).orElseThrow();
    assertThat(whole.result().orElseThrow().text()).contains(bells + "and more");
  }

  @Test
  default void what_did_not_run_is_listed_only_when_asked_for() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var running = trial.start(5);
    trial.pass(5);
    trial.plan();
    var skipped = RunId.planned(id, at(10));
    assertThat(ids(list(trial, Asked.runs()))).containsExactly(running.id());
    assertThat(ids(list(trial, Asked.runs().of(id)))).containsExactly(running.id());
    assertThat(ids(list(trial, Asked.runs().everyLine()))).containsExactly(skipped, running.id());
    assertThat(ids(list(trial, Asked.runs().in(RunState.SKIPPED)))).containsExactly(skipped);
    assertThat(ids(list(trial, Asked.runs().in(RunState.SKIPPED, RunState.RUNNING))))
        .containsExactly(skipped, running.id());
    assertThat(ids(list(trial, Asked.runs().because(Reason.OVERLAP)))).containsExactly(skipped);
  }

  @Test
  default void runs_are_listed_by_state() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW));
    var good = trial.start(5);
    var bad = trial.start(5);
    var running = trial.start(5);
    trial.settle(DONE, good);
    trial.settle(BROKEN, bad);
    for (var asked : List.of(Asked.runs(), Asked.runs().of(id))) {
      assertThat(ids(list(trial, asked.in(RunState.SUCCEEDED)))).containsExactly(good.id());
      assertThat(ids(list(trial, asked.in(RunState.FAILED)))).containsExactly(bad.id());
      assertThat(ids(list(trial, asked.in(RunState.FAILED, RunState.UNKNOWN, RunState.TIMED_OUT))))
          .containsExactly(bad.id());
      assertThat(ids(list(trial, asked.in(RunState.RUNNING)))).containsExactly(running.id());
      assertThat(ids(list(trial, asked.in(RunState.SUCCEEDED, RunState.RUNNING))))
          .containsExactly(running.id(), good.id());
      assertThat(ids(list(trial, asked.in(RunState.CANCELLED)))).isEmpty();
    }
  }

  @Test
  default void runs_are_listed_by_schedule_agent_and_kind() {
    var trial = new Trial(rig());
    var planned = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var asked = trial.create(Sample.manual(Policies.DEFAULT));
    var other =
        trial.create(Sample.definition(Sample.definition(EVERY_FIVE, Policies.DEFAULT), "other"));
    trial.pass(5);
    var first = trial.plan().getFirst();
    var manual = trial.triggered(asked, "k");
    var missing = RunId.planned(other, at(5));
    assertThat(ids(list(trial, Asked.runs().of(planned)))).containsExactly(first.id());
    assertThat(ids(list(trial, Asked.runs().of(asked)))).containsExactly(manual);
    assertThat(ids(list(trial, Asked.runs().by("other").everyLine()))).containsExactly(missing);
    assertThat(ids(list(trial, Asked.runs().by(Sample.CLERK).everyLine())))
        .containsExactlyInAnyOrder(first.id(), manual);
    assertThat(ids(list(trial, Asked.runs().kind(TriggerKind.MANUAL)))).containsExactly(manual);
    assertThat(ids(list(trial, Asked.runs().kind(TriggerKind.SCHEDULE))))
        .containsExactly(first.id());
    assertThat(ids(list(trial, Asked.runs().of(asked).by("other").everyLine()))).isEmpty();
  }

  @Test
  default void runs_are_listed_from_an_instant_on_and_until_before_another() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var runs = Stream.generate(() -> settled(trial)).limit(4).toList();
    assertThat(ids(list(trial, Asked.runs().from(at(10)).to(at(20)))))
        .containsExactly(runs.get(2), runs.get(1));
    assertThat(ids(list(trial, Asked.runs().of(id).from(at(15)))))
        .containsExactly(runs.get(3), runs.get(2));
    assertThat(ids(list(trial, Asked.runs().to(at(10))))).containsExactly(runs.get(0));
    assertThat(ids(list(trial, Asked.runs().from(at(21))))).isEmpty();
    var page = list(trial, Asked.runs(Asked.after(runs.get(3), 1)).from(at(10)));
    assertThat(ids(page)).containsExactly(runs.get(2));
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.more()).isTrue();
  }

  private static RunId settled(Trial trial) {
    var run = trial.start(5);
    trial.settle(DONE, run);
    return run.id();
  }

  @Test
  default void the_runs_of_a_deleted_schedule_stay_readable() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = settled(trial);
    trial.delete(id);
    assertThat(trial.store().read().run(MINE, run).orElseThrow().scheduleName()).isEqualTo("trial");
    assertThat(ids(list(trial, Asked.runs()))).containsExactly(run);
    assertThat(ids(list(trial, Asked.runs().of(id)))).containsExactly(run);
  }

  @Test
  default void totals_are_exact_up_to_their_bound() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    settled(trial);
    trial.see().repeatLine(Page.COUNTED - 1);
    for (var asked : List.of(Asked.runs(Asked.first(5)), Asked.runs(Asked.first(5)).of(id))) {
      var page = trial.store().read().runs(MINE, asked.query());
      assertThat(page.total()).isEqualTo(Page.COUNTED);
      assertThat(page.exceeded()).isFalse();
      assertThat(page.more()).isTrue();
    }
    var end = trial.store().read().runs(MINE, Asked.runs(Asked.past(9_995, 10)).query());
    assertThat(end.items()).hasSize(5);
    assertThat(end.more()).isFalse();
    trial.see().repeatLine(1);
    assertThat(list(trial, Asked.runs(Asked.first(5))).exceeded()).isTrue();
    assertThat(list(trial, Asked.runs(Asked.first(5)).of(id)).exceeded()).isTrue();
  }

  private static Page<RunRecord> list(Trial trial, Asked asked) {
    var page = trial.store().read().runs(MINE, asked.query());
    if (!page.more() && asked.query().slice().after().isEmpty()) {
      assertThat(page.total()).isEqualTo(asked.query().slice().offset() + page.items().size());
    }
    return page;
  }

  private static List<RunId> ids(Page<RunRecord> page) {
    return page.items().stream().map(RunRecord::id).toList();
  }
}
