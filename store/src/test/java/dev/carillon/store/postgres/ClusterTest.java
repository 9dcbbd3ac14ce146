package dev.carillon.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunRules;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.engine.change.Schedules;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.request.Requests;
import dev.carillon.engine.signal.SignalRules;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.PlanStore.Turn;
import dev.carillon.engine.store.RequestStore.RequestKey;
import dev.carillon.engine.store.RequestStore.Requested;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.store.StoreException;
import dev.carillon.store.transaction.Verbs;
import dev.carillon.testkit.postgres.Postgres;
import dev.carillon.testkit.store.AccessContract;
import dev.carillon.testkit.store.LiveRow;
import dev.carillon.testkit.store.Sample;
import dev.carillon.testkit.store.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Several nodes on one PostgreSQL at the same time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class ClusterTest {
  private static final PlanRules RULES = new PlanRules(Set.of(Sample.CLERK));

  private Cluster cluster;

  @BeforeAll
  void open() {
    cluster = Cluster.on(Postgres.shared());
  }

  @AfterAll
  void close() {
    cluster.close();
  }

  @Test
  void two_planners_never_launch_the_same_occurrence() {
    var trial = cluster.trial();
    var schedules = new ArrayList<ScheduleId>();
    for (var i = 0; i < 40; i++) {
      schedules.add(trial.create(Sample.EVERY_SECOND, Sample.overlap(OverlapPolicy.ALLOW)));
    }
    var two = trial.store().nodes().join("two", Trial.LEASE);
    var launched = new ArrayList<StartedRun>();
    for (var second = 0; second < 10; second++) {
      trial.pass(1);
      var one = begin(() -> planAll(cluster.one(), trial.node()));
      var other = begin(() -> planAll(cluster.other(), two));
      launched.addAll(one.join());
      launched.addAll(other.join());
    }
    assertThat(launched).extracting(StartedRun::id).doesNotHaveDuplicates().hasSize(400);
    trial.audit().check();
    assertThat(schedules).allMatch(schedule -> trial.audit().accounted(schedule) == 10);
    assertThat(trial.see().live())
        .extracting(run -> run.node().getAsLong())
        .contains((long) trial.node(), (long) two);
    assertThat(cluster.again()).isZero();
  }

  private static List<StartedRun> planAll(Verbs verbs, int node) {
    var started = new ArrayList<StartedRun>();
    while (true) {
      var planned = verbs.plan().plan(node, new Turn(Lane.LIVE, 3, 100), RULES);
      if (planned.clocks() == 0) {
        return started;
      }
      started.addAll(planned.started());
    }
  }

  @Test
  void two_claimers_never_take_the_same_run() {
    var trial = cluster.trial();
    var id = trial.create(Sample.EVERY_SECOND, Sample.overlap(OverlapPolicy.ALLOW));
    var two = trial.store().nodes().join("two", Trial.LEASE);
    for (var second = 0; second < 10; second++) {
      trial.pass(10);
      trial.store().nodes().renew(two, Trial.LEASE);
      trial.plan(0);
    }
    var one = begin(() -> claimAll(cluster.one(), trial.node()));
    var other = begin(() -> claimAll(cluster.other(), two));
    var claimed = new ArrayList<>(one.join());
    claimed.addAll(other.join());
    assertThat(claimed)
        .extracting(StartedRun::id)
        .doesNotHaveDuplicates()
        .hasSize(trial.see().live(id).size());
    assertThat(claimed).allMatch(run -> run.epoch() == 1);
    trial.audit().check();
    assertThat(cluster.again()).isZero();
  }

  private static List<StartedRun> claimAll(Verbs verbs, int node) {
    var started = new ArrayList<StartedRun>();
    while (true) {
      var claimed = verbs.claim().claim(node, 3, Gatekeeper::onTurn).started();
      if (claimed.isEmpty()) {
        return started;
      }
      started.addAll(claimed);
    }
  }

  @Test
  void a_clock_that_another_node_holds_is_passed_over_and_not_waited_for() {
    var trial = cluster.trial();
    trial.create(Sample.EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    var gate = new Gate();
    var one = begin(() -> planAt(gate, cluster.one(), trial.node()));
    gate.awaitSomebody();
    assertThat(
            cluster.other().plan().plan(trial.node(), new Turn(Lane.LIVE, 10, 10), RULES).clocks())
        .isZero();
    gate.letPass();
    assertThat(one.join()).hasSize(1);
  }

  private static List<StartedRun> planAt(Gate gate, Verbs verbs, int node) {
    return verbs.plan().plan(node, new Turn(Lane.LIVE, 10, 10), gate.within(RULES)).started();
  }

  @Test
  void a_node_is_not_buried_before_what_it_just_plans_can_be_rescued() {
    var trial = cluster.trial();
    var id = trial.create(Sample.EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    var gate = new Gate();
    var plan = begin(() -> planAt(gate, cluster.one(), trial.node()));
    gate.awaitSomebody();
    trial.clock().advance(Trial.LEASE);
    var bury = begin(() -> cluster.other().nodes().bury());
    while (cluster.waitingForLocks() == 0) {
      assertThat(bury).isNotDone();
    }
    gate.letPass();
    assertThat(plan.join()).hasSize(1);
    assertThat(bury.join()).containsExactly(trial.node());
    assertThat(cluster.other().rescue().rescue(10, RunRules::lost, Gatekeeper::placeFree))
        .isEqualTo(1);
    assertThat(trial.see().live(id)).extracting(LiveRow::state).containsExactly(RunState.QUEUED);
    assertThatThrownBy(
            () -> cluster.one().plan().plan(trial.node(), new Turn(Lane.LIVE, 10, 10), RULES))
        .isInstanceOf(StoreException.Away.class);
  }

  @Test
  void a_frozen_node_does_not_hold_clocks_for_long() {
    var trial = cluster.trial();
    trial.create(Sample.EVERY_FIVE, Policies.DEFAULT);
    trial.pass(5);
    var gate = new Gate();
    var frozen = begin(() -> planAt(gate, cluster.one(), trial.node()));
    gate.awaitSomebody();
    var planned = List.<StartedRun>of();
    while (planned.isEmpty()) {
      planned =
          cluster.other().plan().plan(trial.node(), new Turn(Lane.LIVE, 10, 10), RULES).started();
    }
    gate.letPass();
    assertThatThrownBy(frozen::join).hasCauseInstanceOf(StoreException.Away.class);
    assertThat(trial.see().live()).hasSize(1);
    trial.audit().check();
  }

  @Test
  void one_key_sent_to_two_schedules_at_once_makes_one_run() {
    var trial = cluster.trial();
    var one = trial.create(Sample.manual(Policies.DEFAULT));
    var two = trial.create(Sample.manual(Policies.DEFAULT));
    var gate = new Gate();
    var first = begin(() -> trigger(cluster.one(), one, gate));
    gate.awaitSomebody();
    var second = begin(() -> trigger(cluster.other(), two, Gate.open()));
    second.join();
    gate.letPass();
    assertThat(List.of(first.join(), second.join()))
        .filteredOn(Requested.KeyReused.class::isInstance)
        .hasSize(1);
    assertThat(trial.see().live()).hasSize(1);
    trial.audit().check();
  }

  private static Requested trigger(Verbs verbs, ScheduleId schedule, Gate gate) {
    return new Requests(gate.within(verbs.request()), RULES, () -> {})
        .trigger(
            Trial.MINE,
            schedule,
            new RequestKey("k", true, "of " + schedule),
            new Requests.Manual(UnaryOperator.identity(), Optional.empty()));
  }

  @Test
  void a_place_is_handed_on_once_though_two_nodes_settle_for_the_same_schedule() {
    var trial = cluster.trial();
    var id = trial.create(Sample.EVERY_FIVE, Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY));
    trial.pass(60);
    var run = trial.plan().getFirst();
    var batch = List.of(Trial.ended(run, Sample.DONE));
    var one = begin(() -> cluster.one().settle().settle(batch, Gatekeeper::placeFree));
    var other = begin(() -> cluster.other().settle().settle(batch, Gatekeeper::placeFree));
    assertThat(one.join().settled()).containsExactly(run.id());
    assertThat(other.join().settled()).containsExactly(run.id());
    assertThat(one.join().handedOn() + other.join().handedOn()).isEqualTo(1);
    assertThat(trial.see().lines(id)).extracting(line -> line.id()).containsOnlyOnce(run.id());
    trial.audit().check();
  }

  @Test
  void two_edits_that_meet_make_no_circle_together() {
    var trial = cluster.trial();
    AccessContract.People.founded(trial.rig());
    for (var round = 0; round < 10; round++) {
      var first = trial.create(Sample.manual(Policies.DEFAULT));
      var second = trial.create(Sample.manual(Policies.DEFAULT));
      var one = begin(() -> runAfter(cluster.one(), first, second));
      var other = begin(() -> runAfter(cluster.other(), second, first));
      var changed = List.of(one.join(), other.join());
      assertThat(changed).filteredOn(Changed.Done.class::isInstance).hasSize(1);
      assertThat(changed).filteredOn(Changed.Refused.class::isInstance).hasSize(1);
    }
    assertThat(cluster.again()).isZero();
  }

  private static Changed runAfter(Verbs verbs, ScheduleId schedule, ScheduleId other) {
    var after = new Trigger.After(List.of(other), Condition.ANY, Awaited.END);
    return new Schedules(verbs.change(), RULES, () -> {})
        .edit(
            Trial.ada(schedule),
            OptionalInt.empty(),
            before -> new Schedules.Edited(before.heading(), Sample.due(after)));
  }

  @Test
  void two_nodes_take_each_signal_once() {
    var trial = cluster.trial();
    var id = trial.create(Sample.due(new Trigger.Event("deployed", EventFilter.ALL)));
    for (var i = 0; i < 40; i++) {
      trial.publish("deployed", "e" + i);
    }
    var one = begin(() -> takeAll(cluster.one()));
    var other = begin(() -> takeAll(cluster.other()));
    assertThat(one.join() + other.join()).isEqualTo(1);
    assertThat(trial.see().live(id)).hasSize(1);
    assertThat(trial.see().lines(id)).hasSize(39);
    trial.audit().check();
    assertThat(cluster.again()).isZero();
  }

  private static int takeAll(Verbs verbs) {
    var queued = 0;
    while (true) {
      var taken = verbs.signals().take(3, new SignalRules(RULES));
      if (taken.signals() == 0) {
        return queued;
      }
      queued += taken.queued();
    }
  }

  @Test
  void what_runs_here_and_there_for_a_while_accounts_for_every_instant_once() {
    var trial = cluster.trial();
    var schedules = new ArrayList<ScheduleId>();
    for (var i = 0; i < 10; i++) {
      schedules.add(
          trial.create(
              Sample.EVERY_SECOND,
              i % 2 == 0
                  ? Sample.overlap(OverlapPolicy.ALLOW)
                  : Sample.catchup(CatchupPolicy.FIRE_IMMEDIATELY)));
    }
    var two = trial.store().nodes().join("two", Trial.LEASE);
    var ended = new ArrayList<RunId>();
    for (var second = 0; second < 15; second++) {
      trial.pass(second % 5 == 4 ? 13 : 1);
      trial.store().nodes().renew(two, Trial.LEASE);
      var one = begin(() -> work(cluster.one(), trial.node()));
      var other = begin(() -> work(cluster.other(), two));
      ended.addAll(one.join());
      ended.addAll(other.join());
      trial.audit().check();
    }
    var passed = trial.clock().instant().getEpochSecond() - Trial.START.getEpochSecond();
    assertThat(schedules).allMatch(schedule -> trial.audit().accounted(schedule) == passed);
    assertThat(ended).doesNotHaveDuplicates();
    assertThat(cluster.again()).isZero();
  }

  /** Plans, claims and settles until nothing is left to do. */
  private static List<RunId> work(Verbs verbs, int node) {
    var ended = new ArrayList<RunId>();
    while (true) {
      var runs =
          new ArrayList<>(verbs.plan().plan(node, new Turn(Lane.LIVE, 3, 2), RULES).started());
      runs.addAll(verbs.plan().plan(node, new Turn(Lane.LATE, 3, 2), RULES).started());
      runs.addAll(verbs.claim().claim(node, 3, Gatekeeper::onTurn).started());
      if (runs.isEmpty()) {
        return ended;
      }
      var batch = runs.stream().map(run -> Trial.ended(run, Sample.DONE)).toList();
      var settled = verbs.settle().settle(batch, Gatekeeper::placeFree);
      assertThat(settled.fenced()).isEmpty();
      ended.addAll(settled.settled());
    }
  }

  private static <T> CompletableFuture<T> begin(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().daemon().start(task));
  }
}
