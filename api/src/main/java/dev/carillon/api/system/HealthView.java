package dev.carillon.api.system;

import java.util.Optional;

/** The state of a server. */
public record HealthView(String status, String service, String version, Optional<String> detail) {}
