package dev.carillon.api.access;

import java.util.List;
import java.util.Optional;

/** A page of keys. */
public record KeyList(
    List<KeyView> keys,
    long totalCount,
    Optional<Integer> page,
    int pageSize,
    Optional<String> nextPageToken) {}
