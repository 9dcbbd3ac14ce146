package dev.carillon.api.access;

import java.time.Instant;

/** A tenant as people read it. */
public record TenantView(String tenantId, String name, Instant createdAt) {}
