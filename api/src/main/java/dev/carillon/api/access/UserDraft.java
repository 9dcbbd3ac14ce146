package dev.carillon.api.access;

import java.util.Optional;

/** A user who is to be created. */
public record UserDraft(Optional<String> name, Optional<String> role, Optional<String> tenantId) {}
