package dev.carillon.api.schedules;

import java.time.Instant;
import java.util.Optional;

/** Asks what an unsaved schedule would do. */
public record PreviewRequest(
    ScheduleDraft schedule, Optional<Integer> count, Optional<Instant> after) {}
