package dev.carillon.api.calendars;

import java.util.List;
import java.util.Optional;

/**
 * What people say about a calendar. Which fields belong to it is told by its type.
 *
 * @param timezone on whose clock its days lie; without one, that of the schedule which uses it
 */
public record CalendarDraft(
    Optional<String> name,
    String type,
    Optional<String> timezone,
    Optional<List<String>> dates,
    Optional<List<CalendarPart>> parts,
    Optional<List<String>> days,
    Optional<String> country,
    Optional<String> region,
    Optional<String> ics) {}
