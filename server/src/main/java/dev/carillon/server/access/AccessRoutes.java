package dev.carillon.server.access;

import dev.carillon.engine.store.AccessStore;
import dev.carillon.server.auth.Keys;
import dev.carillon.server.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The routes of tenants, users and keys. */
public final class AccessRoutes {
  private AccessRoutes() {}

  public static List<Route> routes(AccessStore store, Keys keys, InstantSource clock) {
    var tenants = new Tenants(store, clock);
    var users = new Users(store, tenants, clock);
    var apiKeys = new ApiKeys(store, tenants, users, keys, clock);
    return Stream.of(tenants.routes(), users.routes(), apiKeys.routes())
        .flatMap(List::stream)
        .toList();
  }
}
