package dev.carillon.testkit.store;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunRules;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.change.CalendarEdits;
import dev.carillon.engine.change.Schedules;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.request.Requests;
import dev.carillon.engine.signal.Events;
import dev.carillon.engine.signal.SignalRules;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.ChangeStore.Created;
import dev.carillon.engine.store.ChangeStore.Draft;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.NamedCalendar;
import dev.carillon.engine.store.PlanStore;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.PlanStore.Planned;
import dev.carillon.engine.store.RequestStore.RequestKey;
import dev.carillon.engine.store.RequestStore.Requested;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SettleStore.Settled;
import dev.carillon.engine.store.SignalStore.Event;
import dev.carillon.engine.store.SignalStore.Published;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.store.Store;
import dev.carillon.testkit.clock.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * A store driven by hand from one node, with the engine's own rules, and audited after each step.
 * It begins at {@link #START}.
 */
public final class Trial {
  /** The second zero of every trial. */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** How long the lease of a node lasts. */
  public static final Duration LEASE = Duration.ofSeconds(15);

  /** Who owns the schedules of a trial, and what they see. */
  public static final Owner OWNER = new Owner(1, 1);

  /** What the owner sees. */
  public static final Scope MINE = new Scope(1, OptionalInt.of(1));

  private static final int LIMIT = 500;
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final StoreRig rig;
  private final ManualClock clock;
  private final Witness witness;
  private final Audit audit;
  private final PlanRules rules = new PlanRules(Set.of(Sample.CLERK));
  private Store store;
  private int node;

  public Trial(StoreRig rig) {
    this.rig = rig;
    clock = rig.clock();
    clock.set(START);
    witness = rig.witness();
    audit = new Audit(witness);
    store = new AuditedStore(rig.store(), audit);
    node = store.nodes().join("trial", LEASE);
  }

  /** The process ends without a word and starts again; its calls are gone. */
  public void restart() {
    store = new AuditedStore(rig.restart(), audit);
    clock.advance(LEASE);
    becomeAnother();
  }

  public Store store() {
    return store;
  }

  /** The store without the audit, for what would take too long, and who looks behind it. */
  public StoreRig rig() {
    return rig;
  }

  public Witness see() {
    return witness;
  }

  public Audit audit() {
    return audit;
  }

  public PlanRules rules() {
    return rules;
  }

  /** Saves a calendar as people do. */
  public void save(NamedCalendar calendar) {
    new CalendarEdits(store.calendars(), rules, () -> {}).save(calendar);
  }

  public Schedules schedules() {
    return new Schedules(store.change(), rules, () -> {});
  }

  /** The number of the node that plans, claims and settles. */
  public int node() {
    return node;
  }

  /** Goes on as another node, under a new number. */
  public int becomeAnother() {
    node = store.nodes().join("another", LEASE);
    return node;
  }

  public ManualClock clock() {
    return clock;
  }

  /** So many seconds after the start. */
  public static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  /** Time passes, and the node keeps its lease. */
  public void pass(long seconds) {
    clock.advance(Duration.ofSeconds(seconds));
    store.nodes().renew(node, LEASE);
  }

  /** It is so late now, and the node keeps its lease. */
  public void until(Instant now) {
    clock.set(now);
    store.nodes().renew(node, LEASE);
  }

  /** A new schedule by this cron line. */
  public ScheduleId create(String cron, Policies policies) {
    return create(Sample.definition(cron, policies));
  }

  /** A new schedule of this definition. */
  public ScheduleId create(Definition definition) {
    return switch (schedules().create(draft(definition), OptionalInt.empty())) {
      case Created.Done(var entry) -> entry.schedule().id();
      case Created refused -> throw new IllegalStateException(refused.toString());
    };
  }

  /** A draft under an id that no other draft has. */
  public static Draft draft(Definition definition) {
    return new Draft(
        new ScheduleId(new UUID(7, NUMBERS.incrementAndGet())),
        OWNER,
        new Heading("trial", "", List.of(), Map.of()),
        definition,
        "ada");
  }

  /** Plans what is due, with room for many. */
  public List<StartedRun> plan() {
    return plan(LIMIT);
  }

  /** Plans what is due, with room for so many runs: what is on time, and then what is late. */
  public List<StartedRun> plan(int room) {
    var started = new ArrayList<>(plan(Lane.LIVE, LIMIT, room).started());
    started.addAll(plan(Lane.LATE, LIMIT, room - started.size()).started());
    return started;
  }

  /** Plans so many clocks of one lane. */
  public Planned plan(Lane lane, int clocks, int room) {
    return store.plan().plan(node, new PlanStore.Turn(lane, clocks, room), rules);
  }

  /** Claims what waits, with room for many. */
  public List<StartedRun> claim() {
    return claim(LIMIT);
  }

  /** Claims what waits, at most so many. */
  public List<StartedRun> claim(int room) {
    return store.claim().claim(node, room, Gatekeeper::onTurn).started();
  }

  /** Time passes until a schedule is due, and its run starts. */
  public StartedRun start(long seconds) {
    pass(seconds);
    return plan().getFirst();
  }

  /** Settles these runs, all with this outcome. */
  public Settled settle(Outcome outcome, List<StartedRun> runs) {
    return settle(runs.stream().map(run -> ended(run, outcome)).toList());
  }

  /** Settles one run with this outcome. */
  public Settled settle(Outcome outcome, StartedRun run) {
    return settle(outcome, List.of(run));
  }

  /** Settles a batch. */
  public Settled settle(List<Ended> batch) {
    return store.settle().settle(batch, Gatekeeper::placeFree);
  }

  /** How a run ends, under the epoch that it was started with. */
  public static Ended ended(StartedRun run, Outcome outcome) {
    return new Ended(run.id(), run.epoch(), RunRules.after(outcome));
  }

  /** Buries the nodes whose lease has ended and takes over what they ran; answers how many. */
  public int rescue() {
    store.nodes().bury();
    return store.rescue().rescue(LIMIT, RunRules::lost, Gatekeeper::placeFree);
  }

  /** Asks for a run now, under the caller's own key. */
  public Requested trigger(ScheduleId schedule, String key) {
    return trigger(schedule, new RequestKey(key, true, "as always"));
  }

  /** Asks for a run now. */
  public Requested trigger(ScheduleId schedule, RequestKey key) {
    return new Requests(store.request(), rules, () -> {})
        .trigger(
            MINE, schedule, key, new Requests.Manual(UnaryOperator.identity(), Optional.empty()));
  }

  /** Asks for a run now, which must be written. */
  public RunId triggered(ScheduleId schedule, String key) {
    return switch (trigger(schedule, key)) {
      case Requested.Done(var run, var replayed) -> run;
      case Requested other -> throw new IllegalStateException(other.toString());
    };
  }

  /** Publishes an event of ada's, from the branch main. */
  public Published publish(String event, String id) {
    return new Events(store.signals(), () -> {})
        .publish(
            MINE,
            new Event(OWNER, event, id, "{\"branch\":\"main\"}"),
            place -> Optional.of("\"main\"").filter(any -> place.equals("/branch")));
  }

  /** Takes the signals that have come; answers how many became runs. */
  public int follow() {
    return store.signals().take(LIMIT, new SignalRules(rules)).queued();
  }

  public Changed pause(ScheduleId schedule) {
    return schedules().pause(ada(schedule), "for a while");
  }

  public Changed resume(ScheduleId schedule) {
    return schedules().resume(ada(schedule));
  }

  public Changed delete(ScheduleId schedule) {
    return schedules().delete(ada(schedule));
  }

  /** Gives a schedule another definition. */
  public Changed edit(ScheduleId schedule, UnaryOperator<Definition> edit) {
    return edit(schedule, OptionalInt.empty(), edit);
  }

  /** The same by an owner who may have so many schedules. */
  public Changed edit(ScheduleId schedule, OptionalInt atMost, UnaryOperator<Definition> edit) {
    return schedules()
        .edit(
            ada(schedule),
            atMost,
            before -> new Schedules.Edited(before.heading(), edit.apply(before.definition())));
  }

  /** The owner, whichever version they saw. */
  public static Schedules.Who ada(ScheduleId schedule) {
    return new Schedules.Who(MINE, schedule, "ada", OptionalInt.empty());
  }
}
