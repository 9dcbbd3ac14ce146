package dev.carillon.api.schedules;

import java.util.List;
import java.util.Optional;

/** A page of schedules. */
public record ScheduleList(
    List<ScheduleView> schedules,
    long totalCount,
    Optional<Boolean> totalCountExceeded,
    Optional<Integer> page,
    int pageSize,
    Optional<String> nextPageToken) {}
