package dev.carillon.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key as people read it.
 *
 * @param key the whole key; only in the answer that made it
 */
public record KeyView(
    Optional<String> key,
    String keyId,
    String name,
    String kind,
    List<String> scopes,
    String user,
    String tenantId,
    String status,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {}
