package dev.carillon.api.schedules;

import java.util.Optional;

/** Why a schedule is paused. */
public record PauseRequest(Optional<String> reason) {}
