package dev.carillon.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A key that is to be made. */
public record KeyDraft(
    Optional<String> name,
    Optional<String> kind,
    Optional<List<String>> scopes,
    Optional<Instant> expiresAt,
    Optional<String> user,
    Optional<String> tenantId) {}
