package dev.carillon.api.runs;

import java.util.List;
import java.util.Optional;

/** A page of runs. */
public record RunList(
    List<RunView> runs,
    long totalCount,
    Optional<Boolean> totalCountExceeded,
    Optional<Integer> page,
    int pageSize,
    Optional<String> nextPageToken) {}
