package dev.carillon.api.runs;

import java.util.List;
import java.util.Optional;

/** A page of the ledger. */
public record LineList(
    List<RunView> lines,
    long totalCount,
    Optional<Boolean> totalCountExceeded,
    Optional<Integer> page,
    int pageSize,
    Optional<String> nextPageToken) {}
