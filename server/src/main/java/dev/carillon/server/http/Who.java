package dev.carillon.server.http;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.Bearer;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.store.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/** Who a request is from, with what they may do: what the key allows, within the user's role. */
public record Who(Bearer bearer, Set<Permission> permissions) {
  public Who {
    permissions = Set.copyOf(permissions);
  }

  /** Someone who shows a key or a session that counts. */
  public static Who of(Bearer bearer) {
    var permissions = EnumSet.noneOf(Permission.class);
    permissions.addAll(
        bearer.key().map(ApiKey::permissions).orElseGet(() -> EnumSet.allOf(Permission.class)));
    if (!bearer.user().role().atLeast(Role.ADMIN)) {
      permissions.remove(Permission.ADMIN);
    }
    return new Who(bearer, permissions);
  }

  public Owner owner() {
    return bearer.user().owner();
  }

  public Role role() {
    return bearer.user().role();
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  boolean mayAny(Collection<Permission> some) {
    return some.stream().anyMatch(permissions::contains);
  }

  /** Which rows they see: an administrator's are those of the tenant, others' are their own. */
  public Scope scope() {
    return new Scope(
        owner().tenant(),
        may(Permission.ADMIN) ? OptionalInt.empty() : OptionalInt.of(owner().user()));
  }

  public KeyKind kind() {
    return bearer.key().map(ApiKey::kind).orElse(KeyKind.USER);
  }

  /** How the activity stream names them: a person by their name, a program by its key's. */
  public String actor() {
    return switch (kind()) {
      case USER -> "user:" + bearer.user().name();
      case AGENT, SERVICE ->
          kind().word() + ":" + bearer.key().map(ApiKey::name).orElse(bearer.user().name());
    };
  }
}
