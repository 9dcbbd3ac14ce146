package dev.carillon.api.activity;

import java.util.List;
import java.util.Optional;

/** A page of activities, newest first. */
public record ActivityList(
    List<ActivityView> activities, int pageSize, Optional<String> nextPageToken) {}
