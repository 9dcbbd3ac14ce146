package dev.carillon.server.auth;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.Bearer;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Session;
import dev.carillon.engine.access.SignInLink;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.engine.store.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The access store in memory, for the tests of those who use it. Guarded by itself. */
public final class MemoryAccessStore implements AccessStore {
  private final Map<Integer, Tenant> tenants = new TreeMap<>();
  private final Map<Owner, User> users = new LinkedHashMap<>();
  private final Map<String, ApiKey> keys = new LinkedHashMap<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, SignInLink> links = new LinkedHashMap<>();
  private boolean signedIn;

  @Override
  public synchronized boolean found(Tenant tenant, User user, ApiKey key) {
    if (!tenants.isEmpty()) {
      return false;
    }
    tenants.put(tenant.number(), tenant);
    users.put(user.owner(), user);
    keys.put(key.id(), key);
    return true;
  }

  @Override
  public synchronized boolean replaceUnused(ApiKey key, Instant began, Instant at) {
    var unused = unrevoked(KeyOrigin.Generated.class);
    var used = keys.values().stream().anyMatch(one -> one.lastUsedAt().isPresent());
    var young =
        unused.stream()
            .map(keys::get)
            .filter(Objects::nonNull)
            .anyMatch(one -> !one.createdAt().isBefore(began));
    if (unused.isEmpty() || young || used || signedIn) {
      return false;
    }
    unused.forEach(id -> revoke(id, at));
    return addKey(key);
  }

  @Override
  public synchronized Optional<Choice> choose(ApiKey key, Instant at) {
    var news = !unrevoked(key.id());
    keys.put(key.id(), key);
    var revoked =
        unrevoked(KeyOrigin.Chosen.class).stream()
            .filter(id -> !id.equals(key.id()))
            .flatMap(id -> revoke(id, at).stream())
            .toList();
    return Optional.of(new Choice(news, revoked));
  }

  @Override
  public synchronized Optional<Tenant> createTenant(String id, String name, Instant at) {
    if (tenant(id).isPresent()) {
      return Optional.empty();
    }
    var tenant = new Tenant(tenants.size() + 1, id, name, at);
    tenants.put(tenant.number(), tenant);
    return Optional.of(tenant);
  }

  @Override
  public synchronized Optional<Tenant> tenant(String id) {
    return tenants.values().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public synchronized List<Tenant> tenants() {
    return tenants.values().stream().sorted(Comparator.comparing(Tenant::id)).toList();
  }

  @Override
  public synchronized Optional<User> createUser(User.Draft draft) {
    if (user(draft.tenant(), draft.name()).isPresent()) {
      return Optional.empty();
    }
    var owner = new Owner(draft.tenant(), users.size() + 1);
    var user = new User(owner, draft.name(), draft.role(), draft.createdAt(), Optional.empty());
    users.put(owner, user);
    return Optional.of(user);
  }

  @Override
  public synchronized Optional<User> user(int tenant, String name) {
    return users(tenant).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  @Override
  public synchronized Optional<User> user(Owner owner) {
    return Optional.ofNullable(users.get(owner));
  }

  @Override
  public synchronized List<User> users(int tenant) {
    return users.values().stream()
        .filter(one -> one.owner().tenant() == tenant)
        .sorted(Comparator.comparing(User::name))
        .toList();
  }

  @Override
  public synchronized boolean disable(Owner owner, Instant at) {
    var user = user(owner).filter(one -> one.disabledAt().isEmpty());
    user.ifPresent(one ->
        users.put(
            owner, new User(owner, one.name(), one.role(), one.createdAt(), Optional.of(at))));
    List.copyOf(keys.values()).stream()
        .filter(key -> key.owner().equals(owner) || madeBy(owner, key))
        .forEach(key -> revoke(key.id(), at));
    sessions.values().removeIf(session -> session.owner().equals(owner));
    links.values().removeIf(link -> link.owner().equals(owner));
    return user.isPresent();
  }

  @Override
  public synchronized boolean enable(Owner owner) {
    var user = user(owner).filter(one -> one.disabledAt().isPresent());
    user.ifPresent(one ->
        users.put(
            owner, new User(owner, one.name(), one.role(), one.createdAt(), Optional.empty())));
    return user.isPresent();
  }

  private static boolean madeBy(Owner owner, ApiKey key) {
    return key.origin().maker().equals(OptionalInt.of(owner.user()));
  }

  @Override
  public synchronized boolean addKey(ApiKey key) {
    var parent = key.origin().parent();
    var disabled =
        users.values().stream()
            .filter(user -> user.disabledAt().isPresent())
            .anyMatch(user -> user.owner().equals(key.owner()) || madeBy(user.owner(), key));
    return !disabled
        && (parent.isEmpty() || unrevoked(parent.get()))
        && keys.putIfAbsent(key.id(), key) == null;
  }

  @Override
  public synchronized Optional<ApiKey> key(Scope scope, String id) {
    return Optional.ofNullable(keys.get(id)).filter(key -> sees(scope, key.owner()));
  }

  @Override
  public synchronized List<ApiKey> keys(Scope scope) {
    return keys.values().stream().filter(key -> sees(scope, key.owner())).toList().reversed();
  }

  @Override
  public synchronized boolean revokeKey(Scope scope, String id, Instant at) {
    return key(scope, id).isPresent() && revoke(id, at).contains(id);
  }

  private boolean unrevoked(String id) {
    return keys.containsKey(id) && keys.get(id).revokedAt().isEmpty();
  }

  private List<String> revoke(String id, Instant at) {
    var revoked = new ArrayList<String>();
    if (unrevoked(id)) {
      keys.computeIfPresent(id, (same, key) -> key.revoked(at));
      sessions.values().removeIf(session -> session.key().equals(Optional.of(id)));
      revoked.add(id);
    }
    List.copyOf(keys.values()).stream()
        .filter(key -> key.origin().parent().equals(Optional.of(id)))
        .forEach(key -> revoked.addAll(revoke(key.id(), at)));
    return revoked;
  }

  private List<String> unrevoked(Class<? extends KeyOrigin> origin) {
    return keys.values().stream()
        .filter(key -> origin.isInstance(key.origin()) && key.revokedAt().isEmpty())
        .map(ApiKey::id)
        .toList();
  }

  @Override
  public synchronized void keyUsed(String id, Instant at) {
    keys.computeIfPresent(id, (same, key) -> key.used(at));
  }

  @Override
  public synchronized Optional<Bearer> bearerOfKey(String id) {
    return Optional.ofNullable(keys.get(id))
        .map(key -> bearer(key.owner(), Optional.of(key), Optional.empty()));
  }

  @Override
  public synchronized Optional<Bearer> bearerOfSession(String hash) {
    return Optional.ofNullable(sessions.get(hash))
        .map(session ->
            bearer(
                session.owner(),
                session.key().flatMap(id -> Optional.ofNullable(keys.get(id))),
                Optional.of(session)));
  }

  @Override
  public synchronized void openSession(Session session) {
    sessions.values().removeIf(one -> !session.createdAt().isBefore(one.expiresAt()));
    sessions.put(session.hash(), session);
    signedIn = true;
  }

  @Override
  public synchronized void sessionSeen(String hash, Instant at) {
    sessions.computeIfPresent(
        hash,
        (same, one) ->
            new Session(hash, one.owner(), one.key(), one.createdAt(), one.expiresAt(), at));
  }

  @Override
  public synchronized void endSession(String hash) {
    sessions.remove(hash);
  }

  @Override
  public synchronized void addLink(SignInLink link, Instant at) {
    links.put(link.hash(), link);
  }

  @Override
  public synchronized Optional<Owner> takeLink(String hash, Instant at) {
    return Optional.ofNullable(links.remove(hash))
        .filter(link -> at.isBefore(link.expiresAt()))
        .map(SignInLink::owner);
  }

  private Bearer bearer(Owner owner, Optional<ApiKey> key, Optional<Session> session) {
    return new Bearer(
        user(owner).orElseThrow(),
        Optional.ofNullable(tenants.get(owner.tenant())).orElseThrow(),
        key,
        session);
  }

  private static boolean sees(Scope scope, Owner owner) {
    return scope.tenant() == owner.tenant()
        && (scope.user().isEmpty() || scope.user().getAsInt() == owner.user());
  }
}
