package dev.carillon.server;

import dev.carillon.engine.Engine;
import dev.carillon.engine.clock.Monotonic;
import dev.carillon.engine.rescue.Keeper;
import dev.carillon.engine.store.Store;
import dev.carillon.engine.store.StoreException;
import dev.carillon.server.access.AccessRoutes;
import dev.carillon.server.activity.ActivityRoutes;
import dev.carillon.server.agents.AgentRoutes;
import dev.carillon.server.auth.Founding;
import dev.carillon.server.auth.Keys;
import dev.carillon.server.auth.Opening;
import dev.carillon.server.auth.Recognition;
import dev.carillon.server.auth.SessionRoutes;
import dev.carillon.server.auth.Sessions;
import dev.carillon.server.calendars.CalendarRoutes;
import dev.carillon.server.configuration.Configuration;
import dev.carillon.server.events.EventRoutes;
import dev.carillon.server.events.PublishRoutes;
import dev.carillon.server.health.Contract;
import dev.carillon.server.health.Figures;
import dev.carillon.server.health.HealthRoutes;
import dev.carillon.server.health.Readiness;
import dev.carillon.server.health.SystemRoutes;
import dev.carillon.server.http.CannotListen;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Draw;
import dev.carillon.server.http.HttpServer;
import dev.carillon.server.http.Route;
import dev.carillon.server.pages.Pages;
import dev.carillon.server.runs.RunRoutes;
import dev.carillon.server.runs.TriggerRoutes;
import dev.carillon.server.schedules.ScheduleRoutes;
import dev.carillon.server.tls.BadCertificate;
import dev.carillon.server.tls.RenewedKeys;
import dev.carillon.store.Stores;
import dev.carillon.targets.Targets;
import dev.carillon.targets.local.LocalAgents;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The object graph of a server, built by hand. Closing it drains: it takes no new work, lets the
 * calls under way end, settles them, and gives its lease back.
 */
public final class Main implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Main.class);
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Store store;
  private final Targets targets;
  private final Engine engine;
  private final Figures figures;
  private final EventRoutes events;
  private final HttpServer http;
  private final Readiness readiness = new Readiness();
  private final Sessions sessions;
  private final Founding founding;
  private final Pages pages = new Pages(Main.class.getClassLoader());
  private Opening opening = new Opening.Known();

  /** Builds everything and starts nothing. */
  public Main(Configuration configuration, InstantSource clock) {
    var draw = Draw.secure();
    var limits = configuration.limits();
    var local = configuration.reach().onlyThisMachine() ? LocalAgents.echo() : LocalAgents.none();
    var node = new Keeper.Identity(NodeNames.own(), limits.lease());

    store = open(configuration, clock);
    targets = new Targets(store.agents(), local, configuration.agents().urlTemplate());
    engine =
        new Engine(
            store,
            targets.caller(),
            new Engine.Settings(node, limits.concurrentRuns(), targets.localNames(), DRAIN),
            Monotonic.SYSTEM);
    figures = new Figures(engine, limits.concurrentRuns());

    var keys = new Keys(draw, clock);
    var recognition = new Recognition(store.access(), clock);
    sessions = new Sessions(store.access(), draw, clock);
    founding =
        new Founding(
            store.access(), keys, clock, store.nodes()::othersLive, configuration.adminKey());

    var scheduling =
        new ScheduleRoutes.Settings(
            configuration.agents().standard(),
            limits.schedulesPerUser(),
            limits.minInterval(),
            targets.localNames());
    var system =
        new SystemRoutes.About(
            configuration.database().isPresent() ? "postgresql" : "sqlite",
            node.name(),
            limits.concurrentRuns(),
            clock.instant());
    events = following(recognition);
    var figuresDoor = configuration.reach().onlyThisMachine() ? Door.open() : Door.signedIn();
    var routes =
        Stream.of(
                work(scheduling, draw),
                AccessRoutes.routes(store.access(), keys, clock),
                new SessionRoutes(recognition, sessions).routes(),
                events.routes(),
                new HealthRoutes(store.read()::now, readiness, engine::late).routes(),
                List.of(
                    new SystemRoutes(store.read(), engine, system).route(),
                    figures.route(figuresDoor),
                    Contract.route()),
                pages.routes())
            .<Route>flatMap(List::stream)
            .toList();
    http = new HttpServer(listen(configuration.reach()), routes, recognition, draw);
  }

  private EventRoutes following(Recognition recognition) {
    return new EventRoutes(
        store.activity(),
        store.read()::hasLinesOf,
        engine.activity(),
        recognition,
        Monotonic.SYSTEM);
  }

  /** What people and programs do with schedules, runs and agents. */
  private List<Route> work(ScheduleRoutes.Settings scheduling, Draw draw) {
    return Stream.of(
            new ScheduleRoutes(store, engine.schedules(), scheduling, draw).routes(),
            new RunRoutes(store.read()).routes(),
            new TriggerRoutes(store.read(), engine.requests(), draw).routes(),
            new PublishRoutes(engine.events(), draw).routes(),
            new AgentRoutes(store, targets.localNames()).routes(),
            new CalendarRoutes(store, engine.calendars()).routes(),
            new ActivityRoutes(store.activity()).routes())
        .flatMap(List::stream)
        .toList();
  }

  /** Runs a server until the process is told to stop; answers the exit code. */
  static int serve(Configuration configuration, InstantSource clock, PrintWriter out)
      throws InterruptedException {
    try {
      var server = new Main(configuration, clock);
      var address = server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      server.greeting(configuration).tell(address, server.sessions, out);
    } catch (StoreException | CannotListen | BadCertificate | Founding.BadChoice why) {
      throw new CannotStart(why);
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private Greeting greeting(Configuration configuration) {
    return new Greeting(configuration, opening, pages.present());
  }

  /** What it serves, each as its method and path. */
  public List<String> operations() {
    return http.operations();
  }

  /**
   * Starts to listen, founds the installation if nobody has, and starts to plan; or gives back what
   * it held. Answers with the address. Called once.
   */
  public URI start() {
    try {
      // It listens first: a server whose port is taken must neither plan nor make a key that it
      // then cannot show.
      var address = http.start();
      opening = founding.found();
      engine.start();
      log.info("server started address={} node={}", address, engine.node());
      return address;
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  @Override
  public void close() {
    readiness.drain();
    // Streams end before the listener waits for the requests under way: theirs would never end.
    events.close();
    // While the calls under way end, whoever asks is still answered, and told that this one drains.
    engine.close();
    http.close();
    targets.close();
    figures.close();
    store.close();
  }

  private static void stop(Main server) {
    server.close();
    // SIGTERM would end the process with 143; a server that has drained has done what it was told.
    Runtime.getRuntime().halt(0);
  }

  private static HttpServer.Listen listen(Configuration.Reach reach) {
    return new HttpServer.Listen(
        reach.bind(),
        reach.port(),
        reach.certificate().map(files -> RenewedKeys.context(files, Monotonic.SYSTEM)),
        reach.proxies());
  }

  private static Store open(Configuration configuration, InstantSource clock) {
    return configuration
        .database()
        .map(database -> Stores.postgres(database, Optional.empty()))
        .orElseGet(() -> Stores.sqlite(configuration.data(), clock));
  }
}
