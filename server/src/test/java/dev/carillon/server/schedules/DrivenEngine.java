package dev.carillon.server.schedules;

import dev.carillon.api.json.WireJson;
import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.Engine;
import dev.carillon.engine.change.Schedules.Who;
import dev.carillon.engine.rescue.Keeper;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.store.ChangeStore.Created;
import dev.carillon.engine.store.ChangeStore.Draft;
import dev.carillon.engine.store.NamedCalendar;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.engine.store.Store;
import dev.carillon.store.Stores;
import dev.carillon.targets.Targets;
import dev.carillon.targets.local.LocalAgents;
import dev.carillon.testkit.agent.FakeAgent;
import dev.carillon.testkit.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The engine on a SQLite file, driven by a clock that a test moves, calling an agent over HTTP. For
 * one thread.
 */
final class DrivenEngine implements AutoCloseable {
  private static final String AGENT = "clerk";
  private static final Owner OWNER = new Owner(1, 1);
  private static final Scope SCOPE = new Scope(1, OptionalInt.of(1));

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  /** Its clock leaps over years, and it shall not be taken for dead. */
  private static final Duration LEASE = Duration.ofDays(36_525);

  private final ManualClock clock = new ManualClock(START);
  private final Store store;
  private final FakeAgent agent = FakeAgent.start();
  private final Targets targets;
  private final Engine engine;
  private final Drafting drafting = new Drafting(AGENT, Duration.ofSeconds(1));
  private long created;
  private Duration elapsed = Duration.ZERO;

  DrivenEngine(Path folder) {
    store = Stores.sqlite(folder, clock);
    store
        .agents()
        .save(new Agent(OWNER, AGENT, Optional.of(agent.url()), Duration.ofHours(1), START, START));
    targets = new Targets(store.agents(), LocalAgents.none(), "http://unused");
    engine =
        new Engine(
            store,
            targets.caller(),
            new Engine.Settings(
                new Keeper.Identity("driven", LEASE), 1_000, Set.of(), Duration.ZERO),
            () -> elapsed.toNanos());
    engine.join();
  }

  Drafting drafting() {
    return drafting;
  }

  /** The calendars by their names, as a draft finds them. */
  Sight sight() {
    return Sights.knowing(
        name -> store.calendars().resolve(OWNER, name).map(NamedCalendar::calendar));
  }

  /** Names a calendar, in place of another of that name. */
  void name(String name, Calendar calendar) {
    engine.calendars().save(new NamedCalendar(OWNER, name, calendar, START, START));
  }

  /** The database's time. */
  Instant now() {
    return store.read().now();
  }

  /** Saves a schedule as the API does. */
  ScheduleId save(Drafted drafted) {
    var id = new ScheduleId(new UUID(7, ++created));
    var draft = new Draft(id, OWNER, drafted.heading(), drafted.definition(), "ada");
    return switch (engine.schedules().create(draft, OptionalInt.empty())) {
      case Created.Done(var entry) -> entry.schedule().id();
      case Created refused -> throw new IllegalStateException(refused.toString());
    };
  }

  void delete(ScheduleId schedule) {
    engine.schedules().delete(new Who(SCOPE, schedule, "ada", OptionalInt.empty()));
  }

  /** The next run as people read it. */
  Optional<Instant> nextRunAt(ScheduleId schedule) {
    var entry = store.read().schedule(SCOPE, schedule).orElseThrow();
    return Views.of(entry, new Views.Beside("ada", "home", Optional.empty())).nextRunAt();
  }

  /** It is so late, and the engine looks; what has waited for its time is queued, then claimed. */
  void tickAt(Instant now) {
    // What the database shows may be set back, and the time that passes here goes on.
    var passed = Duration.between(clock.instant(), now);
    elapsed = elapsed.plus(passed.isPositive() ? passed : Duration.ofSeconds(2));
    clock.set(now);
    engine.tick();
    engine.tick();
  }

  /** A call that the agent received. */
  record Heard(ScheduleId schedule, Instant nominal) {}

  /** The next call that the agent receives. */
  Heard heard() throws InterruptedException {
    var call = agent.awaitCall();
    return new Heard(
        new ScheduleId(UUID.fromString(call.header("Carillon-Schedule-Id").orElseThrow())),
        Instant.parse(call.header("Carillon-Nominal-Time").orElseThrow()));
  }

  /** Publishes an event as the API does; answers how many schedules it reached. */
  int publish(String name, String id, ObjectNode data) {
    var event = new SignalStore.Event(OWNER, name, id, data.toString());
    return engine.events().publish(SCOPE, event, new EventData(data)::at).schedules();
  }

  /** What the next call that the agent receives says beside its message. */
  JsonNode context() throws InterruptedException {
    return WireJson.tree(agent.awaitCall().body()).path("context");
  }

  /** How many calls the agent has received. */
  int calls() {
    return agent.calls().size();
  }

  @Override
  public void close() {
    engine.close();
    targets.close();
    agent.close();
    store.close();
  }
}
