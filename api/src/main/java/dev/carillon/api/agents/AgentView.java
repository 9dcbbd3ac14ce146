package dev.carillon.api.agents;

import java.time.Instant;
import java.util.Optional;

/**
 * An agent as people read it.
 *
 * @param kind {@code http}, or {@code local} for one that is the server's own process
 */
public record AgentView(
    String name,
    String kind,
    Optional<String> url,
    long timeoutSeconds,
    Optional<String> owner,
    Optional<String> tenantId,
    Optional<Instant> createdAt,
    Optional<Instant> updatedAt) {}
