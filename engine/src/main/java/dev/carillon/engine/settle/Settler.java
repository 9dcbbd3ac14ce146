package dev.carillon.engine.settle;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.RescueStore.Held;
import dev.carillon.engine.store.SettleStore;
import dev.carillon.engine.store.SettleStore.Settled;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Permits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what has gathered, never waiting to fill a batch. An outcome stays in the queue until its
 * line is durable. Callers' threads add; one loop takes, and alone knows of those put aside.
 */
public final class Settler {
  private static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(Settler.class);

  private final SettleStore store;
  private final Permits permits;
  private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private final Queue<Ended> spoiled = new ArrayDeque<>();
  private final Set<Held> known = new HashSet<>();
  private final Set<Held> unsettled = ConcurrentHashMap.newKeySet();
  private final AtomicLong fenced = new AtomicLong();

  public Settler(SettleStore store, Permits permits) {
    this.store = store;
    this.permits = permits;
  }

  /** Takes an ended run; it is settled with the next batch. */
  public void add(Ended run) {
    unsettled.add(held(run));
    ended.add(run);
  }

  /** The ended runs that are not yet in the ledger. */
  public Set<Held> unsettled() {
    return Set.copyOf(unsettled);
  }

  /** How many outcomes came too late, under an epoch that was no longer valid. */
  public long fenced() {
    return fenced.get();
  }

  /**
   * Settles one batch and answers what came of it. What could not be settled stays for the next
   * step; a run that spoiled its batch is tried again alone, one in each step.
   */
  public Step step() {
    var parts = new ArrayDeque<List<Ended>>();
    Optional.ofNullable(spoiled.poll()).map(List::of).ifPresent(parts::add);
    var batch = new ArrayList<Ended>();
    ended.drainTo(batch, BATCH);
    if (!batch.isEmpty()) {
      parts.add(batch);
    }
    return settle(parts);
  }

  /** One run may spoil a batch: it is halved until that run stands alone, and the others settle. */
  private Step settle(ArrayDeque<List<Ended>> parts) {
    var step = Step.NOTHING;
    while (!parts.isEmpty()) {
      var part = parts.pop();
      try {
        step = step.plus(done(part, store.settle(part, Gatekeeper::placeFree)));
      } catch (StoreException.Away | Error interrupted) {
        ended.addAll(part);
        parts.forEach(ended::addAll);
        throw interrupted;
      } catch (RuntimeException failure) {
        split(part, failure).forEach(parts::push);
      }
    }
    return step;
  }

  private List<List<Ended>> split(List<Ended> part, RuntimeException failure) {
    if (part.size() == 1) {
      putAside(part.getFirst(), failure);
      return List.of();
    }
    var half = part.size() / 2;
    return List.of(part.subList(0, half), part.subList(half, part.size()));
  }

  private void putAside(Ended run, RuntimeException failure) {
    spoiled.add(run);
    if (known.add(held(run))) {
      log.error(
          "run cannot be settled, will try again run={} epoch={}", run.run(), run.epoch(), failure);
    }
  }

  private Step done(List<Ended> batch, Settled settled) {
    for (var run : batch) {
      unsettled.remove(held(run));
      known.remove(held(run));
    }
    permits.give(settled.settled().size() + settled.fenced().size());
    for (var run : settled.fenced()) {
      fenced.incrementAndGet();
      log.warn("late outcome refused run={}: another epoch owns the run", run);
    }
    return new Step(settled.settled().size(), settled.handedOn(), settled.signals());
  }

  private static Held held(Ended run) {
    return new Held(run.run(), run.epoch());
  }

  /**
   * What a step did.
   *
   * @param runs how many runs were settled
   * @param handedOn how many waiting runs took a place that became free
   * @param signals how many schedules run after them, perhaps
   */
  public record Step(int runs, int handedOn, int signals) {
    private static final Step NOTHING = new Step(0, 0, 0);

    private Step plus(Step other) {
      return new Step(runs + other.runs, handedOn + other.handedOn, signals + other.signals);
    }
  }
}
