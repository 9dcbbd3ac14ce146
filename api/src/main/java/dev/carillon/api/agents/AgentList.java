package dev.carillon.api.agents;

import java.util.List;
import java.util.Optional;

/** A page of agents. */
public record AgentList(
    List<AgentView> agents,
    long totalCount,
    Optional<Integer> page,
    int pageSize,
    Optional<String> nextPageToken) {}
