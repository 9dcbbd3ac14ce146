package dev.carillon.api.access;

import java.util.List;
import java.util.Optional;

/** A page of users. */
public record UserList(
    List<UserView> users,
    long totalCount,
    Optional<Integer> page,
    int pageSize,
    Optional<String> nextPageToken) {}
