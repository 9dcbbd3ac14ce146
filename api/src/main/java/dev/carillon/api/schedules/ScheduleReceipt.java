package dev.carillon.api.schedules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a change is answered with to a key that may not read schedules. */
public record ScheduleReceipt(
    String scheduleId,
    int version,
    Optional<Instant> nextRunAt,
    boolean success,
    String message,
    List<Warning> warnings) {}
