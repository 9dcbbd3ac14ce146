package dev.carillon.engine.store;

import dev.carillon.core.schedule.Owner;
import java.util.OptionalInt;

/** Which rows a caller may see: those of a tenant, or only one user's within it. */
public record Scope(int tenant, OptionalInt user) {
  /** What belongs to this owner alone. */
  public static Scope of(Owner owner) {
    return new Scope(owner.tenant(), OptionalInt.of(owner.user()));
  }
}
