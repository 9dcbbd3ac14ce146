package dev.carillon.testkit.store;

import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.engine.store.AgentStore;
import dev.carillon.engine.store.CalendarStore;
import dev.carillon.engine.store.ChangeRule;
import dev.carillon.engine.store.ChangeStore;
import dev.carillon.engine.store.ClaimStore;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.LostRule;
import dev.carillon.engine.store.NodeStore;
import dev.carillon.engine.store.PlaceRule;
import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.PlanStore;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.engine.store.RequestStore;
import dev.carillon.engine.store.RescueStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SettleStore;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.engine.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** A store that is audited after each of its transactions. For one thread. */
public record AuditedStore(Store store, Audit audit) implements Store {

  private <T> T audited(Supplier<T> transaction) {
    try {
      return transaction.get();
    } finally {
      audit.check();
    }
  }

  @Override
  public PlanStore plan() {
    var plan = store.plan();
    return new PlanStore() {
      @Override
      public Planned plan(int node, Turn turn, PlanRule rule) {
        return audited(() -> plan.plan(node, turn, rule));
      }

      @Override
      public Instant now() {
        return plan.now();
      }

      @Override
      public Optional<Instant> nextWake() {
        return plan.nextWake();
      }
    };
  }

  @Override
  public ClaimStore claim() {
    return (node, room, rule) -> audited(() -> store.claim().claim(node, room, rule));
  }

  @Override
  public SettleStore settle() {
    return (List<Ended> batch, PlaceRule rule) -> audited(() -> store.settle().settle(batch, rule));
  }

  @Override
  public SignalStore signals() {
    var signals = store.signals();
    return new SignalStore() {
      @Override
      public Published publish(Scope scope, Event event, EventRule rule) {
        return audited(() -> signals.publish(scope, event, rule));
      }

      @Override
      public Taken take(int limit, SignalRule rule) {
        return audited(() -> signals.take(limit, rule));
      }
    };
  }

  @Override
  public NodeStore nodes() {
    return store.nodes();
  }

  @Override
  public RescueStore rescue() {
    var rescue = store.rescue();
    return new RescueStore() {
      @Override
      public int rescue(int limit, LostRule lost, PlaceRule place) {
        return audited(() -> rescue.rescue(limit, lost, place));
      }

      @Override
      public List<Held> held(int node) {
        return rescue.held(node);
      }

      @Override
      public int requeue(int node, List<Held> orphans) {
        return audited(() -> rescue.requeue(node, orphans));
      }

      @Override
      public int takeBack(int node, List<Held> cutOff, LostRule lost, PlaceRule place) {
        return audited(() -> rescue.takeBack(node, cutOff, lost, place));
      }
    };
  }

  @Override
  public ChangeStore change() {
    var change = store.change();
    return new ChangeStore() {
      @Override
      public Created create(Draft draft, OptionalInt atMost, FirstClock first) {
        return audited(() -> change.create(draft, atMost, first));
      }

      @Override
      public Changed change(Scope scope, ScheduleId id, OptionalInt atMost, ChangeRule rule) {
        return audited(() -> change.change(scope, id, atMost, rule));
      }
    };
  }

  @Override
  public RequestStore request() {
    return (scope, id, key, rule) -> audited(() -> store.request().request(scope, id, key, rule));
  }

  @Override
  public ReadStore read() {
    return store.read();
  }

  @Override
  public AgentStore agents() {
    return store.agents();
  }

  @Override
  public CalendarStore calendars() {
    return store.calendars();
  }

  @Override
  public ActivityStore activity() {
    return store.activity();
  }

  @Override
  public AccessStore access() {
    return store.access();
  }

  @Override
  public void close() {
    store.close();
  }
}
