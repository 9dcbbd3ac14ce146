package dev.carillon.engine.dispatch;

import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.RunRules;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.RescueStore.Held;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.target.Attempt;
import dev.carillon.engine.target.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins attempts and passes their outcomes on. It knows which calls this node has under way; an
 * outcome that comes after its call was dropped is thrown away. Shared by the loops that start runs
 * and the callers' threads; the concurrent map guards its state.
 */
public final class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Caller caller;
  private final Consumer<Ended> settle;
  private final ConcurrentHashMap<Held, Caller.Call> underWay = new ConcurrentHashMap<>();

  public Dispatcher(Caller caller, Consumer<Ended> settle) {
    this.caller = caller;
    this.settle = settle;
  }

  /**
   * Calls the target of each run; the launch records are durable by now. Answers how many calls
   * could not be begun: those runs wait until they are seen to have none.
   */
  public int start(List<StartedRun> runs) {
    return (int) runs.stream().filter(run -> !begins(run)).count();
  }

  /** The calls that this node has under way. */
  public List<Held> underWay() {
    return List.copyOf(underWay.keySet());
  }

  /** Lets all calls go, because this node has lost its right to them; answers which. */
  public List<Held> drop() {
    var dropped = new ArrayList<Held>();
    for (var held : underWay.keySet()) {
      var call = underWay.remove(held);
      if (call != null) {
        call.cancel();
        dropped.add(held);
      }
    }
    return dropped;
  }

  /** What is asked of the target for this run. Pure. */
  public static Attempt begin(StartedRun run) {
    var schedule = run.schedule();
    return new Attempt(
        run.id(),
        run.epoch(),
        run.attempt(),
        schedule.owner(),
        schedule.id(),
        schedule.definition().target(),
        run.kind(),
        run.nominal(),
        run.input(),
        schedule.definition().policies().timeout());
  }

  /** A process without threads or memory for one call must not forget the others of its batch. */
  private boolean begins(StartedRun run) {
    try {
      start(run);
      return true;
    } catch (RuntimeException | Error failure) {
      log.error("call could not be begun run={} epoch={}", run.id(), run.epoch(), failure);
      return underWay.remove(new Held(run.id(), run.epoch())) == null;
    }
  }

  private void start(StartedRun run) {
    var held = new Held(run.id(), run.epoch());
    var pending = new PendingCall();
    underWay.put(held, pending);
    log.debug(
        "run started run={} schedule={} epoch={} attempt={}",
        run.id(),
        run.schedule().id(),
        run.epoch(),
        run.attempt());
    pending.became(caller.call(begin(run), outcome -> end(held, outcome)));
  }

  /** Hands an outcome on before it forgets the call, so that a run is never in nobody's hands. */
  private void end(Held held, Outcome outcome) {
    var ended = new Ended(held.run(), held.epoch(), RunRules.after(outcome));
    var handedOn = new AtomicBoolean();
    underWay.computeIfPresent(
        held,
        (_, _) -> {
          settle.accept(ended);
          handedOn.set(true);
          return null;
        });
    if (!handedOn.get()) {
      log.info(
          "outcome dropped run={} epoch={}: this node let the call go", held.run(), held.epoch());
    }
  }

  /** A call that may be cancelled before the caller has handed it over. Guarded by itself. */
  private static final class PendingCall implements Caller.Call {
    private Caller.Call call = () -> {};
    private boolean cancelled;

    synchronized void became(Caller.Call real) {
      call = real;
      if (cancelled) {
        real.cancel();
      }
    }

    @Override
    public synchronized void cancel() {
      cancelled = true;
      call.cancel();
    }
  }
}
