package dev.carillon.api.calendars;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A calendar as people read it.
 *
 * @param dates of a list of dates; of holidays and business days the holidays, as far as they were
 *     computed when it was saved
 * @param ics absent in a list
 */
public record CalendarView(
    String name,
    String type,
    Optional<String> timezone,
    Optional<List<String>> dates,
    Optional<List<CalendarPart>> parts,
    Optional<List<String>> days,
    Optional<String> country,
    Optional<String> region,
    Optional<String> ics,
    String owner,
    String tenantId,
    Instant createdAt,
    Instant updatedAt) {}
