package dev.carillon.server.health;

import dev.carillon.api.system.SystemView;
import dev.carillon.core.time.Zones;
import dev.carillon.engine.Engine;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import java.time.Instant;

/** What is running here. */
public final class SystemRoutes {
  private final ReadStore store;
  private final Engine engine;
  private final About about;

  /**
   * What does not change while it runs.
   *
   * @param store the kind of database
   * @param node the name of this node
   */
  public record About(String store, String node, int maxRuns, Instant startedAt) {}

  public SystemRoutes(ReadStore store, Engine engine, About about) {
    this.store = store;
    this.engine = engine;
    this.about = about;
  }

  public Route route() {
    return Route.get("/api/v1/system", Door.signedIn(), this::show);
  }

  private Answer show(Request request) {
    return Answer.ok(
        new SystemView(
            Version.current(),
            about.store(),
            Zones.version(),
            store.now(),
            about.startedAt(),
            new SystemView.Node(engine.node(), about.node(), engine.underWay(), about.maxRuns())));
  }
}
