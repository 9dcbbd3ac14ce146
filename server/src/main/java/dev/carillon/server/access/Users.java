package dev.carillon.server.access;

import dev.carillon.api.access.UserDraft;
import dev.carillon.api.access.UserList;
import dev.carillon.api.access.UserPatch;
import dev.carillon.api.access.UserView;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Who;
import dev.carillon.server.http.Wrong;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Users of a tenant: created and disabled by its administrators. */
final class Users {
  private static final String ROLES =
      Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));

  private final AccessStore store;
  private final Tenants tenants;
  private final InstantSource clock;

  Users(AccessStore store, Tenants tenants, InstantSource clock) {
    this.store = store;
    this.tenants = tenants;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/users", Door.needs(Permission.ADMIN), this::create),
        Route.get("/api/v1/users", Door.needs(Permission.ADMIN), this::list),
        Route.get("/api/v1/users/{name}", Door.signedIn(), this::show),
        Route.patch("/api/v1/users/{name}", Door.needs(Permission.ADMIN), this::patch),
        Route.delete("/api/v1/users/{name}", Door.needs(Permission.ADMIN), this::disable));
  }

  /** A user by name; who may not see them is told that there is none. */
  User meant(Who who, String name, Optional<String> tenantId) {
    var tenant = tenants.meant(who, tenantId);
    return Optional.of(name)
        .filter(asked -> who.may(Permission.ADMIN) || isSelf(who, asked, tenant))
        .flatMap(asked -> store.user(tenant.number(), asked))
        .orElseThrow(() -> Refusal.notFound("User"));
  }

  private Answer create(Request request) {
    var who = request.who();
    var draft = request.body(UserDraft.class);
    var name =
        draft
            .name()
            .filter(text -> User.NAME.matcher(text).matches())
            .orElseThrow(() ->
                Refusal.at(
                    "/name", "a name is needed: letters, digits and . _ @ + -, at most 127"));
    var role = role(draft.role());
    if (!who.role().atLeast(role)) {
      throw Refusal.of(Wrong.NOT_ALLOWED, "nobody gives a role above their own: " + role.word());
    }
    var tenant = tenants.meant(who, draft.tenantId());
    var user =
        store
            .createUser(new User.Draft(tenant.number(), name, role, clock.instant()))
            .orElseThrow(() -> Refusal.of(Wrong.CONFLICT, "there is a user " + name + " already"));
    return Answer.created("/api/v1/users/" + name, view(user, tenant));
  }

  private Answer list(Request request) {
    var tenant = tenants.meant(request.who(), request.query("tenant_id"));
    var all = store.users(tenant.number());
    var paging = request.paging();
    var part = paging.cut(all);
    return Answer.ok(
        new UserList(
            part.items().stream().map(user -> view(user, tenant)).toList(),
            all.size(),
            paging.page(),
            paging.size(),
            part.nextToken()));
  }

  private Answer show(Request request) {
    var tenant = tenants.meant(request.who(), request.query("tenant_id"));
    var user = meant(request.who(), request.path("name"), request.query("tenant_id"));
    return Answer.ok(view(user, tenant));
  }

  private Answer patch(Request request) {
    var disabled =
        request
            .body(UserPatch.class)
            .disabled()
            .orElseThrow(() -> Refusal.at("/disabled", "disabled is needed: true or false"));
    if (disabled) {
      disable(request);
    } else {
      enable(request);
    }
    return show(request);
  }

  private void enable(Request request) {
    var who = request.who();
    var user = meant(who, request.path("name"), request.query("tenant_id"));
    if (!who.role().atLeast(user.role())) {
      throw Refusal.of(Wrong.NOT_ALLOWED, "nobody enables a role above their own");
    }
    store.enable(user.owner());
  }

  private Answer disable(Request request) {
    var who = request.who();
    var user = meant(who, request.path("name"), request.query("tenant_id"));
    if (user.owner().equals(who.owner())) {
      throw Refusal.of(Wrong.CONFLICT, "nobody disables themselves: another administrator can");
    }
    if (!who.role().atLeast(user.role())) {
      throw Refusal.of(Wrong.NOT_ALLOWED, "nobody disables a role above their own");
    }
    store.disable(user.owner(), clock.instant());
    return Answer.nothing();
  }

  private static boolean isSelf(Who who, String name, Tenant tenant) {
    return who.bearer().user().name().equals(name) && who.owner().tenant() == tenant.number();
  }

  private static Role role(Optional<String> word) {
    return word.map(text ->
            Role.named(text)
                .orElseThrow(
                    () -> Refusal.at("/role", text + " is no role; it is one of: " + ROLES)))
        .orElse(Role.MEMBER);
  }

  private static UserView view(User user, Tenant tenant) {
    return new UserView(
        user.name(),
        user.role().word(),
        tenant.id(),
        user.disabledAt().isPresent() ? "disabled" : "active",
        user.createdAt(),
        user.disabledAt());
  }
}
