package dev.carillon.engine.signal;

import dev.carillon.core.admission.Admission;
import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.plan.Account;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.store.DueSignal;
import dev.carillon.engine.store.NewLine;
import dev.carillon.engine.store.NewRun;
import dev.carillon.engine.store.SignalStep;
import dev.carillon.engine.store.SignalStore.SignalRule;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a signal: a run, a line that says why not, or nothing yet. Pure. */
public final class SignalRules implements SignalRule {
  private final PlanRules rules;

  public SignalRules(PlanRules rules) {
    this.rules = rules;
  }

  @Override
  public SignalStep decide(DueSignal signal, Instant now) {
    if (awaitsMore(signal)) {
      return new SignalStep.Await();
    }
    return refusal(signal).map(reason -> leave(signal, reason)).orElseGet(() -> admit(signal, now));
  }

  private static boolean awaitsMore(DueSignal signal) {
    return signal.schedule().definition().trigger() instanceof Trigger.After after
        && after.condition() == Trigger.Condition.ALL
        && !signal.heard().containsAll(after.schedules());
  }

  private Optional<Reason> refusal(DueSignal signal) {
    var definition = signal.schedule().definition();
    var bounds = definition.bounds();
    return switch (signal.clock().status()) {
      case PAUSED -> Optional.of(Reason.PAUSED);
      case QUARANTINED -> Optional.of(Reason.QUARANTINED);
      case DELETED -> Optional.of(Reason.SCHEDULE_DELETED);
      case ACTIVE, ENDED -> {
        if (!signal.readable()) {
          yield Optional.of(Reason.QUARANTINED);
        }
        // One that came in time has its run, though the end has passed before it was taken.
        if (bounds.spentBy(signal.clock().launched())
            || bounds.endAt().filter(signal.at()::isAfter).isPresent()) {
          yield Optional.of(Reason.SCHEDULE_ENDED);
        }
        if (bounds.startAt().filter(signal.at()::isBefore).isPresent()) {
          yield Optional.of(Reason.WINDOW);
        }
        yield rules.known(definition.target(), signal.targetStored())
            ? Optional.empty()
            : Optional.of(Reason.TARGET_MISSING);
      }
    };
  }

  private static SignalStep admit(DueSignal signal, Instant now) {
    var clock = signal.clock();
    var overlap = signal.schedule().definition().policies().overlap();
    var bounds = new Gatekeeper.Bounds(overlap, clock.live(), clock.waiting(), false);
    return switch (Gatekeeper.onCreation(signal.kind(), bounds)) {
      case Admission.Start() -> queue(signal, WaitsOn.ANY_NODE, now);
      case Admission.Wait(var on) -> queue(signal, on, now);
      case Admission.Refuse(var reason) -> leave(signal, reason);
    };
  }

  private static SignalStep queue(DueSignal signal, WaitsOn on, Instant now) {
    var held = Gatekeeper.counted(signal.clock(), new Admission.Wait(on));
    var order = Account.order(signal.kind(), signal.at());
    return new SignalStep.Queue(
        new NewRun(
            signal.run(),
            signal.schedule(),
            signal.kind(),
            Optional.empty(),
            signal.at(),
            Reason.ON_TIME,
            new NewRun.Placement.Queued(on, order),
            signal.input()),
        PlanRules.ended(signal.schedule().definition(), held.launching(), now));
  }

  private static SignalStep leave(DueSignal signal, Reason reason) {
    return new SignalStep.Leave(
        new NewLine(
            signal.run(),
            signal.schedule(),
            signal.kind(),
            Optional.empty(),
            Optional.empty(),
            1,
            signal.at(),
            RunState.SKIPPED,
            reason),
        signal.clock());
  }
}
