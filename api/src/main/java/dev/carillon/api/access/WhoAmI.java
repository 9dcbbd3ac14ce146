package dev.carillon.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who a request is from. */
public record WhoAmI(
    String user,
    String role,
    String tenantId,
    String tenantName,
    String kind,
    List<String> scopes,
    String signedInBy,
    Optional<String> keyId,
    Optional<Instant> expiresAt) {}
