package dev.carillon.engine.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.engine.dispatch.Dispatcher;
import dev.carillon.engine.plan.Samples;
import dev.carillon.engine.settle.Settler;
import dev.carillon.engine.store.LostRule;
import dev.carillon.engine.store.NodeStore;
import dev.carillon.engine.store.PlaceRule;
import dev.carillon.engine.store.RescueStore;
import dev.carillon.engine.store.SettleStore.Settled;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Permits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeeperTest {
  private final Leases leases = new Leases();
  private final Held held = new Held();
  private final Permits permits = new Permits(0);
  private final AtomicInteger cancelled = new AtomicInteger();
  private final Settler settler =
      new Settler((batch, rule) -> new Settled(List.of(), List.of(), 0, 0), permits);
  private final Dispatcher dispatcher =
      new Dispatcher((attempt, whenDone) -> cancelled::incrementAndGet, settler::add);
  private long nanos;
  private final Keeper keeper =
      new Keeper(
          new Keeper.Identity("one", Duration.ofSeconds(15)),
          leases,
          held,
          new Keeper.Hands(dispatcher, settler, permits),
          () -> nanos);

  @BeforeEach
  void join() {
    keeper.join();
    dispatcher.start(List.of(run(1)));
  }

  private void pass(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void a_lease_that_is_renewed_keeps_its_calls() {
    for (var i = 0; i < 20; i++) {
      pass(3);
      keeper.step();
      keeper.watch();
    }
    assertThat(cancelled).hasValue(0);
    assertThat(dispatcher.underWay()).hasSize(1);
  }

  @Test
  void calls_are_let_go_after_four_fifths_of_a_lease_though_the_renewal_hangs() {
    pass(3);
    // The renewal was sent at 3 s and has not come back; only the watch goes on.
    pass(8);
    keeper.watch();
    assertThat(cancelled).hasValue(0);
    pass(2);
    keeper.watch();
    assertThat(cancelled).hasValue(1);
    assertThat(dispatcher.underWay()).isEmpty();
    assertThat(permits.free()).isEqualTo(1);
    keeper.watch();
    assertThat(permits.free()).isEqualTo(1);
  }

  @Test
  void what_it_let_go_and_nobody_took_over_it_takes_back_as_lost_once() {
    pass(13);
    keeper.watch();
    assertThat(held.takenBack).isEmpty();
    keeper.step();
    assertThat(held.takenBack).containsExactly(new RescueStore.Held(run(1).id(), 1));
    keeper.step();
    assertThat(held.takenBack).hasSize(1);
    assertThat(held.requeued).isEmpty();
  }

  @Test
  void where_nobody_else_can_take_over_no_call_is_let_go_however_long_a_renewal_hangs() {
    leases.alone = true;
    pass(600);
    keeper.watch();
    assertThat(cancelled).hasValue(0);
    assertThat(dispatcher.underWay()).hasSize(1);
  }

  @Test
  void a_renewal_that_fails_counts_from_the_last_one_that_did_not() {
    leases.away = true;
    for (var second = 3; second <= 12; second += 3) {
      pass(3);
      assertThatThrownBy(keeper::step).isInstanceOf(StoreException.Away.class);
      keeper.watch();
      assertThat(cancelled).hasValue(0);
    }
    pass(1);
    keeper.watch();
    assertThat(cancelled).hasValue(1);
  }

  @Test
  void a_node_that_was_declared_dead_lets_its_calls_go_and_takes_a_new_number() {
    leases.dead = true;
    keeper.step();
    assertThat(cancelled).hasValue(1);
    assertThat(keeper.node()).isEqualTo(2);
  }

  @Test
  void a_run_without_a_call_is_queued_again_only_when_it_is_seen_twice() {
    var orphan = new RescueStore.Held(run(2).id(), 1);
    held.here.add(orphan);
    held.here.add(new RescueStore.Held(run(1).id(), 1));
    keeper.step();
    assertThat(held.requeued).isEmpty();
    keeper.step();
    assertThat(held.requeued).containsExactly(orphan);
  }

  @Test
  void it_leaves_once() {
    keeper.leave();
    keeper.leave();
    assertThat(leases.left).containsExactly(1);
  }

  private static StartedRun run(int number) {
    var schedule = Samples.schedule(OverlapPolicy.ALLOW, CatchupPolicy.LAST);
    return new StartedRun(
        new RunId(new UUID(0, number)),
        1,
        1,
        schedule,
        TriggerKind.SCHEDULE,
        Optional.of(Samples.START),
        Samples.START,
        schedule.definition().input());
  }

  private static final class Leases implements NodeStore {
    private final List<Integer> left = new ArrayList<>();
    private int joined;
    private boolean away;
    private boolean dead;
    private boolean alone;

    @Override
    public int join(String name, Duration lease) {
      return ++joined;
    }

    @Override
    public boolean renew(int node, Duration lease) {
      if (away) {
        throw new StoreException.Away("it is away");
      }
      return !dead;
    }

    @Override
    public void leave(int node) {
      left.add(node);
    }

    @Override
    public boolean hasOthers() {
      return !alone;
    }

    @Override
    public boolean othersLive() {
      return false;
    }

    @Override
    public List<Integer> bury() {
      return List.of();
    }
  }

  private static final class Held implements RescueStore {
    private final List<RescueStore.Held> here = new ArrayList<>();
    private final List<RescueStore.Held> requeued = new ArrayList<>();
    private final List<RescueStore.Held> takenBack = new ArrayList<>();

    @Override
    public int rescue(int limit, LostRule lost, PlaceRule place) {
      return 0;
    }

    @Override
    public List<RescueStore.Held> held(int node) {
      return List.copyOf(here);
    }

    @Override
    public int requeue(int node, List<RescueStore.Held> orphans) {
      requeued.addAll(orphans);
      return orphans.size();
    }

    @Override
    public int takeBack(int node, List<RescueStore.Held> cutOff, LostRule lost, PlaceRule place) {
      takenBack.addAll(cutOff);
      return cutOff.size();
    }
  }
}
