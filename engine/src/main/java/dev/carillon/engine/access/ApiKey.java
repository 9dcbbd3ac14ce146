package dev.carillon.engine.access;

import dev.carillon.core.schedule.Owner;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key by which programs and people show whose they are.
 *
 * @param id the public part, by which it is found
 * @param hash lower-case hexadecimal SHA-256 of the whole key, which itself is shown once
 * @param name what its owner calls it
 */
public record ApiKey(
    String id,
    Owner owner,
    String name,
    KeyKind kind,
    Set<Permission> permissions,
    String hash,
    KeyOrigin origin,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {
  public ApiKey {
    permissions = Set.copyOf(permissions);
  }

  /** The same, revoked at this time unless it was before. */
  public ApiKey revoked(Instant at) {
    return with(Optional.of(revokedAt.orElse(at)), lastUsedAt);
  }

  /** The same, used last at this time. */
  public ApiKey used(Instant at) {
    return with(revokedAt, Optional.of(at));
  }

  private ApiKey with(Optional<Instant> revoked, Optional<Instant> used) {
    return new ApiKey(
        id, owner, name, kind, permissions, hash, origin, createdAt, expiresAt, revoked, used);
  }

  /** Whether the key counts at this time. */
  public boolean validAt(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
