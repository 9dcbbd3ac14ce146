package dev.carillon.engine.settle;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.RescueStore.Held;
import dev.carillon.engine.store.SettleStore;
import dev.carillon.engine.store.SettleStore.Settled;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Permits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what has gathered, never waiting to fill a batch. An outcome stays in the queue until its
 * line is durable. Callers' threads add; one loop takes.
 */
public final class Settler {
  private static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(Settler.class);

  private final SettleStore store;
  private final Permits permits;
  private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
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
   * step.
   */
  public Step step() {
    var batch = new ArrayList<Ended>();
    ended.drainTo(batch, BATCH);
    return batch.isEmpty() ? Step.NOTHING : settle(batch);
  }

  private Step settle(List<Ended> batch) {
    try {
      return done(batch, store.settle(batch, Gatekeeper::placeFree));
    } catch (StoreException.Away away) {
      ended.addAll(batch);
      throw away;
    } catch (RuntimeException failure) {
      return settleHalves(batch, failure);
    }
  }

  /** One run may spoil a batch: it is halved until that run stands alone, and the others settle. */
  private Step settleHalves(List<Ended> batch, RuntimeException failure) {
    if (batch.size() == 1) {
      var run = batch.getFirst();
      log.error(
          "run cannot be settled, will try again run={} epoch={}", run.run(), run.epoch(), failure);
      ended.add(run);
      return Step.NOTHING;
    }
    var half = batch.size() / 2;
    return settle(batch.subList(0, half)).plus(settle(batch.subList(half, batch.size())));
  }

  private Step done(List<Ended> batch, Settled settled) {
    batch.forEach(run -> unsettled.remove(held(run)));
    permits.give(settled.settled().size() + settled.fenced().size());
    for (var run : settled.fenced()) {
      fenced.incrementAndGet();
      log.warn("late outcome refused run={}: another epoch owns the run", run);
    }
    return new Step(settled.settled().size(), settled.handedOn());
  }

  private static Held held(Ended run) {
    return new Held(run.run(), run.epoch());
  }

  /** How many runs were settled, and how many waiting runs took a place that became free. */
  public record Step(int runs, int handedOn) {
    private static final Step NOTHING = new Step(0, 0);

    private Step plus(Step other) {
      return new Step(runs + other.runs, handedOn + other.handedOn);
    }
  }
}
