package dev.carillon.engine.request;

import dev.carillon.core.admission.Admission;
import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.admission.WaitsOn;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.plan.Account;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.NewLine;
import dev.carillon.engine.store.NewRun;
import dev.carillon.engine.store.RequestStore;
import dev.carillon.engine.store.RequestStore.Request;
import dev.carillon.engine.store.RequestStore.RequestKey;
import dev.carillon.engine.store.RequestStore.Requested;
import dev.carillon.engine.store.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Runs that somebody asks for. Durable when it answers. Shared by all threads. */
public final class Requests {
  private final RequestStore store;
  private final PlanRules rules;
  private final Runnable news;

  /**
   * @param news called after each request, so that the loops look at once
   */
  public Requests(RequestStore store, PlanRules rules, Runnable news) {
    this.store = store;
    this.rules = rules;
    this.news = news;
  }

  /** A manual run: what it tells the target in place of the schedule's input, and its overlap. */
  public record Manual(UnaryOperator<Input> input, Optional<OverlapPolicy> overlap) {}

  /** Requests a run now. It works on a paused schedule too. */
  public Requested trigger(Scope scope, ScheduleId schedule, RequestKey key, Manual manual) {
    var requested =
        store.request(
            scope,
            schedule,
            key,
            (entry, now, targetStored) -> decide(entry, now, targetStored, key, manual));
    news.run();
    return requested;
  }

  private Request decide(
      Entry entry, Instant now, boolean targetStored, RequestKey key, Manual manual) {
    var definition = entry.schedule().definition();
    if (!rules.known(definition.target(), targetStored)) {
      return new Request.Refuse(
          "its target does not exist: register the agent, then trigger again");
    }
    var overlap = manual.overlap().orElse(definition.policies().overlap());
    var clock = entry.clock();
    var bounds = new Gatekeeper.Bounds(overlap, clock.live(), clock.waiting(), false);
    var id = RunId.requested(TriggerKind.MANUAL, entry.schedule().id() + ":" + key.key(), now);
    return switch (Gatekeeper.onCreation(TriggerKind.MANUAL, bounds)) {
      case Admission.Start() -> queue(entry, now, id, WaitsOn.ANY_NODE, manual);
      case Admission.Wait(var on) -> queue(entry, now, id, on, manual);
      case Admission.Refuse(var reason) -> line(entry, now, id, reason);
    };
  }

  private static Request queue(Entry entry, Instant now, RunId id, WaitsOn on, Manual manual) {
    var schedule = entry.schedule();
    return new Request.Queue(
        new NewRun(
            id,
            schedule,
            TriggerKind.MANUAL,
            Optional.empty(),
            now,
            Reason.ON_TIME,
            new NewRun.Placement.Queued(on, Account.order(TriggerKind.MANUAL, now)),
            manual.input().apply(schedule.definition().input())));
  }

  private static Request line(Entry entry, Instant now, RunId id, Reason reason) {
    return new Request.Line(
        new NewLine(
            id,
            entry.schedule(),
            TriggerKind.MANUAL,
            Optional.empty(),
            Optional.empty(),
            1,
            now,
            RunState.SKIPPED,
            reason));
  }
}
