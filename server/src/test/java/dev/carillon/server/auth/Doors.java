package dev.carillon.server.auth;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.User;
import dev.carillon.server.access.AccessRoutes;
import dev.carillon.server.auth.Keys.Wanted;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Draw;
import dev.carillon.server.http.Listening;
import dev.carillon.server.http.Route;
import dev.carillon.testkit.clock.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A server with nothing but its doors: sessions, keys, users, tenants, and one thing behind them.
 */
public final class Doors implements AutoCloseable {
  public final ManualClock clock = ManualClock.at("2026-11-24T09:00:00Z");
  public final MemoryAccessStore store = new MemoryAccessStore();
  public final Keys keys = new Keys(Draw.secure(), clock);
  public final Sessions sessions = new Sessions(store, Draw.secure(), clock);
  public final String operator =
      ((Opening.Founded) founding(Optional.empty()).found()).key().orElseThrow();
  private final Listening listening;
  private boolean othersLive;

  public Doors() {
    var recognition = new Recognition(store, clock);
    var routes = new ArrayList<Route>();
    routes.addAll(new SessionRoutes(recognition, sessions).routes());
    routes.addAll(AccessRoutes.routes(store, keys, clock));
    routes.add(
        Route.post(
            "/write",
            Door.needs(Permission.SCHEDULES_WRITE),
            request -> Answer.ok(request.who().actor())));
    listening = new Listening(routes, recognition);
  }

  /** What a start does that has this choice of a key. */
  Founding founding(Optional<String> chosen) {
    clock.advance(Duration.ofSeconds(1));
    return new Founding(store, keys, clock, () -> othersLive, chosen);
  }

  /** From now on another node is up. */
  void anotherNodeStarts() {
    othersLive = true;
  }

  public Listening ask() {
    return listening;
  }

  /** A user of this tenant. */
  public User user(int tenant, String name, Role role) {
    return store.createUser(new User.Draft(tenant, name, role, clock.instant())).orElseThrow();
  }

  /** The text of a new key with every permission. */
  public String key(Owner owner, KeyKind kind) {
    return key(owner, kind, EnumSet.allOf(Permission.class), Optional.empty());
  }

  public String key(Owner owner, KeyKind kind, Set<Permission> permissions, Optional<Instant> end) {
    var made =
        keys.make(
            new Wanted(
                owner,
                "k-" + kind.word(),
                kind,
                permissions,
                new KeyOrigin.Made(owner.user(), Optional.empty()),
                end));
    store.addKey(made.key());
    return made.text();
  }

  @Override
  public void close() {
    listening.close();
  }
}
