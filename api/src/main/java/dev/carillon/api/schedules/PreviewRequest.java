package dev.carillon.api.schedules;

import java.time.Instant;
import java.util.Optional;

/**
 * Asks what an unsaved schedule would do.
 *
 * @param scheduleId of the saved schedule that it would become; its jitter is told by it
 */
public record PreviewRequest(
    ScheduleDraft schedule,
    Optional<Integer> count,
    Optional<Instant> after,
    Optional<String> scheduleId) {}
