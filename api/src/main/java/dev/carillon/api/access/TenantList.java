package dev.carillon.api.access;

import java.util.List;
import java.util.Optional;

/** A page of tenants. */
public record TenantList(
    List<TenantView> tenants,
    long totalCount,
    Optional<Integer> page,
    int pageSize,
    Optional<String> nextPageToken) {}
