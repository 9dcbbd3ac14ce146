package dev.carillon.server.auth;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import java.util.HashMap;
import java.util.Map;

/** The names of owners, each asked for once. For one answer, in one thread. */
public final class UserNames {
  private final AccessStore store;
  private final Map<Owner, String> known = new HashMap<>();

  public UserNames(AccessStore store) {
    this.store = store;
  }

  /** The name of the user with these numbers. */
  public String of(Owner owner) {
    return known.computeIfAbsent(
        owner, asked -> store.user(asked).map(User::name).orElse("user " + asked.user()));
  }
}
