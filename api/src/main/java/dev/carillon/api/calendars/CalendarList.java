package dev.carillon.api.calendars;

import java.util.List;
import java.util.Optional;

/** A page of calendars. */
public record CalendarList(
    List<CalendarView> calendars,
    long totalCount,
    Optional<Integer> page,
    int pageSize,
    Optional<String> nextPageToken) {}
