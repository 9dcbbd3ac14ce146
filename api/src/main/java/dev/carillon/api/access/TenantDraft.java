package dev.carillon.api.access;

import java.util.Optional;

/** A tenant that is to be created. */
public record TenantDraft(Optional<String> tenantId, Optional<String> name) {}
