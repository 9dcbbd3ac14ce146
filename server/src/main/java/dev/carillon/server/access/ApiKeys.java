package dev.carillon.server.access;

import dev.carillon.api.access.KeyDraft;
import dev.carillon.api.access.KeyList;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.server.auth.Keys;
import dev.carillon.server.auth.UserNames;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Who;
import dev.carillon.server.http.Wrong;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;

/** Keys: made for oneself, or by an administrator for another, shown once, revoked at once. */
final class ApiKeys {
  private static final Door DOOR = Door.needs(Permission.KEYS_WRITE, Permission.ADMIN);

  private final AccessStore store;
  private final Tenants tenants;
  private final Users users;
  private final KeyWords words;
  private final Keys keys;

  ApiKeys(AccessStore store, Tenants tenants, Users users, Keys keys, InstantSource clock) {
    this.store = store;
    this.tenants = tenants;
    this.users = users;
    this.keys = keys;
    this.words = new KeyWords(clock);
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/keys", DOOR, this::create),
        Route.get("/api/v1/keys", DOOR, this::list),
        Route.get("/api/v1/keys/{key_id}", DOOR, this::show),
        Route.delete("/api/v1/keys/{key_id}", DOOR, this::revoke));
  }

  private Answer create(Request request) {
    var who = request.who();
    var draft = request.body(KeyDraft.class);
    var user = holder(who, draft);
    var made = keys.make(words.wanted(who, user, draft));
    if (!store.addKey(made.key())) {
      throw Refusal.of(
          Wrong.SIGN_IN_NEEDED,
          "the new key does not count: yours was revoked meanwhile, or a user was disabled");
    }
    var view = words.view(made.key(), user.name(), tenantOf(who, draft));
    return Answer.created("/api/v1/keys/" + made.key().id(), words.withText(view, made.text()));
  }

  private User holder(Who who, KeyDraft draft) {
    var self = who.bearer().user();
    if (draft.user().isEmpty() && draft.tenantId().isPresent()) {
      throw Refusal.at("/user", "tenant_id says where user is, so user is needed with it");
    }
    var user = draft.user().map(name -> users.meant(who, name, draft.tenantId())).orElse(self);
    if (!who.role().atLeast(user.role())) {
      throw Refusal.of(Wrong.NOT_ALLOWED, "nobody makes a key for a role above their own");
    }
    if (user.disabledAt().isPresent()) {
      throw Refusal.of(Wrong.CONFLICT, "user " + user.name() + " is disabled");
    }
    return user;
  }

  private Answer list(Request request) {
    var who = request.who();
    var tenant = tenants.meant(who, request.query("tenant_id"));
    var all = store.keys(scope(who, tenant.number()));
    var names = new UserNames(store);
    var paging = request.paging();
    var part = paging.cut(all);
    return Answer.ok(
        new KeyList(
            part.items().stream()
                .map(key -> words.view(key, names.of(key.owner()), tenant.id()))
                .toList(),
            all.size(),
            paging.page(),
            paging.size(),
            part.nextToken()));
  }

  private Answer show(Request request) {
    var who = request.who();
    var tenant = tenants.meant(who, request.query("tenant_id"));
    var key = seen(request, scope(who, tenant.number()));
    return Answer.ok(words.view(key, new UserNames(store).of(key.owner()), tenant.id()));
  }

  private Answer revoke(Request request) {
    var who = request.who();
    var scope = scope(who, tenants.meant(who, request.query("tenant_id")).number());
    var key = seen(request, scope);
    var above = store.user(key.owner()).filter(user -> !who.role().atLeast(user.role()));
    if (above.isPresent()) {
      throw Refusal.of(Wrong.NOT_ALLOWED, "nobody revokes the key of a role above their own");
    }
    store.revokeKey(scope, key.id(), words.now());
    return Answer.nothing();
  }

  private ApiKey seen(Request request, Scope scope) {
    return store.key(scope, request.path("key_id")).orElseThrow(() -> Refusal.notFound("Key"));
  }

  /** An administrator sees the keys of the tenant, others their own. */
  private static Scope scope(Who who, int tenant) {
    return new Scope(
        tenant,
        who.may(Permission.ADMIN) ? OptionalInt.empty() : OptionalInt.of(who.owner().user()));
  }

  private static String tenantOf(Who who, KeyDraft draft) {
    return draft.tenantId().orElse(who.bearer().tenant().id());
  }
}
