package dev.carillon.api.schedules;

import java.util.Optional;

/** Why a schedule goes on. */
public record ResumeRequest(Optional<String> reason) {}
