package dev.carillon.engine.access;

import java.util.Arrays;
import java.util.Optional;

/** One thing that a key may do; on the wire it is one of the key's scopes. */
public enum Permission {
  SCHEDULES_READ("schedules:read"),
  SCHEDULES_WRITE("schedules:write"),
  /** Runs, the ledger, the activity stream and its live events. */
  RUNS_READ("runs:read"),
  RUNS_TRIGGER("runs:trigger"),
  AGENTS_READ("agents:read"),
  AGENTS_WRITE("agents:write"),
  /** Keys of the same user, never with more scopes than the key that makes them. */
  KEYS_WRITE("keys:write"),
  /** What the role of an administrator allows: users, tenants, and what belongs to others. */
  ADMIN("admin");

  private final String word;

  Permission(String word) {
    this.word = word;
  }

  /** The word on the wire and in the store. */
  public String word() {
    return word;
  }

  /** The permission that is called so. */
  public static Optional<Permission> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
