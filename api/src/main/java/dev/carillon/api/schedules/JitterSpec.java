package dev.carillon.api.schedules;

import java.util.Optional;

/** How far from its nominal time an occurrence may start, and to which side. */
public record JitterSpec(Optional<Long> spanMs, Optional<String> mode) {}
