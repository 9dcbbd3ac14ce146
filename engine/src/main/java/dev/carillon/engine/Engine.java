package dev.carillon.engine;

import dev.carillon.engine.activity.ActivityStream;
import dev.carillon.engine.change.CalendarEdits;
import dev.carillon.engine.change.Schedules;
import dev.carillon.engine.claim.Claimer;
import dev.carillon.engine.clock.Bell;
import dev.carillon.engine.clock.DatabaseTime;
import dev.carillon.engine.clock.Monotonic;
import dev.carillon.engine.dispatch.Dispatcher;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.plan.Planner;
import dev.carillon.engine.request.Requests;
import dev.carillon.engine.rescue.Keeper;
import dev.carillon.engine.settle.Settler;
import dev.carillon.engine.signal.Events;
import dev.carillon.engine.signal.Follower;
import dev.carillon.engine.signal.SignalRules;
import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.StartedRun;
import dev.carillon.engine.store.Store;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Caller;
import dev.carillon.engine.target.Permits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verbs in their loops, one thread each, so that a settle batch never stands before a due
 * instant. A schedule becomes a run, a run becomes an outcome, and every due instant leaves exactly
 * one line in the ledger.
 */
public final class Engine implements AutoCloseable {
  /** News of other nodes is found after this at the latest. */
  private static final Duration POLL = Duration.ofMillis(250);

  /** A clock that another transaction holds is looked at again after this. */
  private static final Duration HELD = Duration.ofMillis(20);

  private static final Logger log = LoggerFactory.getLogger(Engine.class);

  private final Permits permits;
  private final Planner planner;
  private final Claimer claimer;
  private final Dispatcher dispatcher;
  private final Settler settler;
  private final Keeper keeper;
  private final ActivityStream activity;
  private final Schedules schedules;
  private final CalendarEdits calendars;
  private final Requests requests;
  private final Events events;
  private final Follower follower;
  private final DatabaseTime time;
  private final Duration drain;

  private final Loop planning;
  private final Loop claiming;
  private final Loop settling;
  private final Loop keeping;
  private final Loop watching;
  private final Loop telling;
  private final Loop following;

  /**
   * How an engine is set up.
   *
   * @param maxRuns calls under way at once
   * @param localAgents agents that this process is itself
   * @param drain how long a graceful stop waits for calls under way
   */
  public record Settings(
      Keeper.Identity identity, int maxRuns, Set<String> localAgents, Duration drain) {}

  public Engine(Store store, Caller caller, Settings settings, Monotonic monotonic) {
    planning = new Loop("plan", this::plan, monotonic);
    claiming = new Loop("claim", this::claim, monotonic);
    settling = new Loop("settle", this::settle, monotonic);
    keeping = new Loop("keeper", this::keep, monotonic);
    watching = new Loop("watch", this::watch, monotonic);
    telling = new Loop("activity", this::tell, monotonic);
    following = new Loop("follow", this::follow, monotonic);
    permits = new Permits(settings.maxRuns());
    drain = settings.drain();
    time = new DatabaseTime(databaseClock(store), monotonic);
    var rules = new PlanRules(settings.localAgents());
    settler = new Settler(store.settle(), permits);
    dispatcher =
        new Dispatcher(
            caller,
            ended -> {
              settler.add(ended);
              settling.ring();
            });
    keeper =
        new Keeper(
            settings.identity(),
            store.nodes(),
            store.rescue(),
            new Keeper.Hands(dispatcher, settler, permits),
            monotonic);
    planner = new Planner(store.plan(), unlessLeapt(rules), permits, keeper::node, monotonic);
    claimer = new Claimer(store.claim(), permits, keeper::node);
    activity = new ActivityStream(store.activity());
    schedules = new Schedules(store.change(), rules, this::news);
    calendars = new CalendarEdits(store.calendars(), rules, this::news);
    requests = new Requests(store.request(), rules, this::news);
    events = new Events(store.signals(), following::ring);
    follower = new Follower(store.signals(), new SignalRules(rules));
  }

  public Schedules schedules() {
    return schedules;
  }

  public CalendarEdits calendars() {
    return calendars;
  }

  public Requests requests() {
    return requests;
  }

  public Events events() {
    return events;
  }

  public ActivityStream activity() {
    return activity;
  }

  /** This node's number. */
  public int node() {
    return keeper.node();
  }

  /** How many calls are under way on this node. */
  public int underWay() {
    return dispatcher.underWay().size();
  }

  /** How many outcomes wait to be settled. */
  public int unsettled() {
    return settler.unsettled().size();
  }

  /** How many calls more this node could make now; with those under way or unsettled, all. */
  public int free() {
    return permits.free();
  }

  /** How many outcomes were refused because another epoch owned the run. */
  public long fenced() {
    return settler.fenced();
  }

  /** The loops whose work has not succeeded for half a minute, though it should have. */
  public List<String> late() {
    return loops().stream().filter(Loop::isLate).map(Loop::name).toList();
  }

  /** Takes a number and a lease, then runs the loops until {@link #close}. */
  public void start() {
    keeper.join();
    loops().forEach(Loop::start);
  }

  /** Takes a number and a lease without starting a loop: then {@link #tick} drives by hand. */
  public void join() {
    keeper.join();
  }

  /**
   * Does the step of each loop once, in order: for tests and the simulator. As in the loops, one
   * that fails keeps none of the others; the first failure is thrown when all had their turn.
   */
  public void tick() {
    Optional<RuntimeException> first = Optional.empty();
    for (Runnable step :
        List.<Runnable>of(
            this::plan,
            this::follow,
            this::claim,
            this::settle,
            this::watch,
            this::keep,
            this::tell)) {
      try {
        step.run();
      } catch (RuntimeException failure) {
        first = first.or(() -> Optional.of(failure));
      }
    }
    first.ifPresent(failure -> {
      throw failure;
    });
  }

  /**
   * Stops planning, lets the calls under way end, settles them, and gives the lease back. Calls
   * that outlast the drain are broken off first: another node makes them again.
   */
  @Override
  public void close() {
    try {
      planning.stop();
      following.stop();
      claiming.stop();
      awaitCalls();
      for (var loop : loops()) {
        loop.stop();
      }
      keeper.letGo();
      while (settler.step().runs() > 0) {
        log.info("settling what the last calls answered");
      }
      keeper.leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.warn("stop interrupted: what is left is rescued when the lease ends");
    } catch (StoreException.Away away) {
      log.warn(
          "stopped without the database: what is left is rescued when the lease ends: {}",
          away.getMessage());
    }
  }

  private Duration plan() {
    time.refresh();
    var turn = planner.step(this::begin);
    if (turn.more()) {
      return Duration.ZERO;
    }
    var wait =
        planner.nextWake().map(time::until).filter(left -> left.compareTo(POLL) < 0).orElse(POLL);
    // What is due and yet was not planned is held by somebody else, who will not be long.
    return wait.isZero() && turn.idle() ? HELD : wait;
  }

  /** Plans nothing by a clock that has leapt ahead: its transaction is rolled back instead. */
  private PlanRule unlessLeapt(PlanRule rule) {
    return (due, now, room) -> {
      if (time.leaps(now)) {
        throw new StoreException.Away(
            "the database's clock leapt ahead to "
                + now
                + "; planning waits whether it stays there");
      }
      return rule.decide(due, now, room);
    };
  }

  private Duration follow() {
    var turn = follower.step();
    if (turn.queued() > 0) {
      claiming.ring();
      telling.ring();
    }
    return turn.more() ? Duration.ZERO : POLL;
  }

  private Duration claim() {
    var turn = claimer.step();
    begin(turn.started());
    return turn.more() ? Duration.ZERO : POLL;
  }

  private void begin(List<StartedRun> runs) {
    permits.give(dispatcher.start(runs));
  }

  private Duration settle() {
    var full = permits.free() == 0;
    var settled = settler.step();
    if (settled.handedOn() > 0 || full) {
      claiming.ring();
    }
    if (settled.runs() > 0) {
      telling.ring();
    }
    if (settled.signals() > 0) {
      following.ring();
    }
    return settled.runs() > 0 && !settler.unsettled().isEmpty() ? Duration.ZERO : POLL;
  }

  private Duration keep() {
    if (keeper.step() > 0) {
      claiming.ring();
    }
    return keeper.period();
  }

  private Duration watch() {
    keeper.watch();
    return keeper.watchPeriod();
  }

  private Duration tell() {
    return activity.step() ? Duration.ZERO : POLL;
  }

  private void news() {
    planning.ring();
    claiming.ring();
    telling.ring();
  }

  private void awaitCalls() throws InterruptedException {
    var quiet = new Bell();
    var step = Duration.ofMillis(20);
    for (var waited = Duration.ZERO;
        underWay() > 0 && waited.compareTo(drain) < 0;
        waited = waited.plus(step)) {
      quiet.await(step);
    }
  }

  private List<Loop> loops() {
    return List.of(planning, following, claiming, settling, keeping, watching, telling);
  }

  private static InstantSource databaseClock(Store store) {
    return () -> store.plan().now();
  }
}
