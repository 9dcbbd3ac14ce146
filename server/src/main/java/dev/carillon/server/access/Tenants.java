package dev.carillon.server.access;

import dev.carillon.api.access.TenantDraft;
import dev.carillon.api.access.TenantList;
import dev.carillon.api.access.TenantView;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Characters;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Who;
import dev.carillon.server.http.Wrong;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Tenants: operators make them, and name one where others mean their own. */
final class Tenants {
  private static final int LONGEST_NAME = 127;

  private final AccessStore store;
  private final InstantSource clock;

  Tenants(AccessStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/tenants", Door.needs(Permission.ADMIN), this::create),
        Route.get("/api/v1/tenants", Door.needs(Permission.ADMIN), this::list));
  }

  /** The tenant that is meant; another than one's own is absent for who is no operator. */
  Tenant meant(Who who, Optional<String> id) {
    var own = who.bearer().tenant();
    if (id.isEmpty() || id.get().equals(own.id())) {
      return own;
    }
    return id.filter(other -> operates(who))
        .flatMap(store::tenant)
        .orElseThrow(() -> Refusal.notFound("Tenant"));
  }

  private Answer create(Request request) {
    if (!operates(request.who())) {
      throw Refusal.of(Wrong.NOT_ALLOWED, "only an operator creates tenants");
    }
    var draft = request.body(TenantDraft.class);
    var id =
        draft
            .tenantId()
            .filter(text -> Tenant.ID.matcher(text).matches())
            .orElseThrow(
                () -> Refusal.at("/tenant_id", "tenant_id is needed: a-z, 0-9 and -, at most 63"));
    var name = draft.name().orElse(id);
    if (name.isBlank() || Characters.in(name) > LONGEST_NAME) {
      throw Refusal.at("/name", "a name has 1 to " + LONGEST_NAME + " characters");
    }
    var tenant =
        store
            .createTenant(id, name, clock.instant())
            .orElseThrow(() -> Refusal.of(Wrong.CONFLICT, "there is a tenant " + id + " already"));
    return Answer.created("/api/v1/tenants", view(tenant));
  }

  private Answer list(Request request) {
    var who = request.who();
    var all = operates(who) ? store.tenants() : List.of(who.bearer().tenant());
    var paging = request.paging();
    var part = paging.cut(all);
    return Answer.ok(
        new TenantList(
            part.items().stream().map(Tenants::view).toList(),
            all.size(),
            paging.page(),
            paging.size(),
            part.nextToken()));
  }

  private static boolean operates(Who who) {
    return who.role().atLeast(Role.OPERATOR) && who.may(Permission.ADMIN);
  }

  private static TenantView view(Tenant tenant) {
    return new TenantView(tenant.id(), tenant.name(), tenant.createdAt());
  }
}
