package dev.carillon.api.access;

import java.time.Instant;
import java.util.Optional;

/** A user as people read it. */
public record UserView(
    String name,
    String role,
    String tenantId,
    String status,
    Instant createdAt,
    Optional<Instant> disabledAt) {}
