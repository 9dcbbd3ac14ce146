package dev.carillon.server.health;

import dev.carillon.api.system.HealthView;
import dev.carillon.engine.store.StoreException;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the process lives, and whether it can serve. */
public final class HealthRoutes {
  private static final int UNAVAILABLE = 503;
  private static final Logger log = LoggerFactory.getLogger(HealthRoutes.class);

  private final Supplier<Instant> store;
  private final Readiness readiness;
  private final Supplier<List<String>> late;

  /**
   * @param store asks it for its time, to see whether it answers
   * @param late the loops of the engine that should have done their work by now
   */
  public HealthRoutes(Supplier<Instant> store, Readiness readiness, Supplier<List<String>> late) {
    this.store = store;
    this.readiness = readiness;
    this.late = late;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/livez", Door.probe(), request -> healthy()),
        Route.get("/readyz", Door.probe(), request -> ready()),
        Route.get("/health", Door.probe(), request -> ready()));
  }

  private Answer ready() {
    if (readiness.draining()) {
      return unable("draining", "this server is on its way out");
    }
    try {
      var _ = store.get();
      var stuck = late.get();
      return stuck.isEmpty()
          ? healthy()
          : unable("unhealthy", "no success for half a minute: " + String.join(", ", stuck));
    } catch (StoreException away) {
      log.warn("not ready: the store does not answer", away);
      return unable("unhealthy", "the store does not answer");
    }
  }

  private static Answer healthy() {
    return Answer.ok(view("healthy", Optional.empty()));
  }

  private static Answer unable(String status, String detail) {
    return Answer.ok(view(status, Optional.of(detail))).withStatus(UNAVAILABLE);
  }

  private static HealthView view(String status, Optional<String> detail) {
    return new HealthView(status, "carillon", Version.current(), detail);
  }
}
