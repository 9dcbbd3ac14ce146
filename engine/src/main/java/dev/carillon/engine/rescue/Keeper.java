package dev.carillon.engine.rescue;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.run.RunRules;
import dev.carillon.engine.clock.Monotonic;
import dev.carillon.engine.dispatch.Dispatcher;
import dev.carillon.engine.settle.Settler;
import dev.carillon.engine.store.NodeStore;
import dev.carillon.engine.store.RescueStore;
import dev.carillon.engine.store.RescueStore.Held;
import dev.carillon.engine.target.Permits;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's lease and takes over the runs of nodes that lost theirs. It trusts its lease
 * for less long than the others do: when it could not renew for four fifths of it, by the monotonic
 * clock, it lets its calls go before anybody else may make them again. One loop takes its steps,
 * another watches, so that a renewal that hangs lets nothing run on; its number is read by others.
 */
public final class Keeper {
  private static final int BATCH = 500;

  /** The number of a node that has not joined. */
  private static final int NONE = 0;

  private static final Logger log = LoggerFactory.getLogger(Keeper.class);

  private final NodeStore nodes;
  private final RescueStore store;
  private final Dispatcher dispatcher;
  private final Settler settler;
  private final Permits permits;
  private final Monotonic monotonic;
  private final Identity identity;
  private volatile int node;
  private volatile long renewedAt;
  private final Set<Held> cutOff = ConcurrentHashMap.newKeySet();
  private Set<Held> orphans = Set.of();

  /** What a node is called, and how long its lease lasts without being renewed. */
  public record Identity(String name, Duration lease) {}

  /** What this node has in its hands: its calls, their outcomes, and the permits they hold. */
  public record Hands(Dispatcher dispatcher, Settler settler, Permits permits) {}

  public Keeper(
      Identity identity, NodeStore nodes, RescueStore store, Hands hands, Monotonic monotonic) {
    this.identity = identity;
    this.nodes = nodes;
    this.store = store;
    this.dispatcher = hands.dispatcher();
    this.settler = hands.settler();
    this.permits = hands.permits();
    this.monotonic = monotonic;
  }

  /** This node's number; it changes when the node was declared dead and joined again. */
  public int node() {
    return node;
  }

  /** Takes a number and a lease. */
  public void join() {
    var asked = monotonic.nanos();
    node = nodes.join(identity.name(), identity.lease());
    renewedAt = asked;
    log.info("node joined node={} name={} lease={}", node, identity.name(), identity.lease());
  }

  /** Gives the lease back, if there is one, so that what is left is rescued at once. */
  public void leave() {
    if (node != NONE) {
      nodes.leave(node);
      log.info("node left node={}", node);
      node = NONE;
    }
  }

  /** Lets the calls of this node go if the lease is too old, whatever hangs in {@link #step}. */
  public void watch() {
    var trusted = identity.lease().multipliedBy(4).dividedBy(5);
    if (node != NONE && nodes.hasOthers() && monotonic.nanos() - renewedAt > trusted.toNanos()) {
      letGo();
    }
  }

  /** How often {@link #watch} is due. */
  public Duration watchPeriod() {
    return identity.lease().dividedBy(30);
  }

  /** How often a step is due. */
  public Duration period() {
    return identity.lease().dividedBy(5);
  }

  /** Renews, buries and rescues; answers how many runs were taken over. */
  public int step() {
    renew();
    for (var dead : nodes.bury()) {
      log.warn("node lost node={}: its lease ended", dead);
    }
    return rescue() + takeBack() + adoptOrphans();
  }

  private void renew() {
    var asked = monotonic.nanos();
    if (nodes.renew(node, identity.lease())) {
      renewedAt = asked;
      return;
    }
    log.warn("node was declared dead node={}: it takes a new number", node);
    letGo();
    join();
  }

  /** Lets go whatever this node still calls for, before it gives the lease back. */
  public void letGo() {
    var dropped = dispatcher.drop();
    permits.give(dropped.size());
    cutOff.addAll(dropped);
    if (!dropped.isEmpty()) {
      log.warn(
          "calls let go node={} calls={}: another node may make them again", node, dropped.size());
    }
  }

  /** What this node let go though its lease lasted: nobody else takes it over. */
  private int takeBack() {
    var mine = List.copyOf(cutOff);
    if (mine.isEmpty()) {
      return 0;
    }
    var taken = store.takeBack(node, mine, RunRules::lost, Gatekeeper::placeFree);
    mine.forEach(cutOff::remove);
    return taken;
  }

  private int rescue() {
    var total = 0;
    var taken = 0;
    do {
      taken = store.rescue(BATCH, RunRules::lost, Gatekeeper::placeFree);
      total += taken;
    } while (taken == BATCH);
    if (total > 0) {
      log.warn("runs rescued from lost nodes runs={}", total);
    }
    return total;
  }

  /**
   * A run that the store holds as ours though we do not call for it, in two steps one after the
   * other, was left by a commit whose reply was lost: it is queued again.
   */
  private int adoptOrphans() {
    var uncalled = new HashSet<>(store.held(node));
    dispatcher.underWay().forEach(uncalled::remove);
    settler.unsettled().forEach(uncalled::remove);
    var twice = new HashSet<>(uncalled);
    twice.retainAll(orphans);
    orphans = uncalled;
    if (twice.isEmpty()) {
      return 0;
    }
    log.warn("runs without a call are queued again node={} runs={}", node, twice.size());
    return store.requeue(node, List.copyOf(twice));
  }
}
