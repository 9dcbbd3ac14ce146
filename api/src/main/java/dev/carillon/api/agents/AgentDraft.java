package dev.carillon.api.agents;

import java.util.Optional;

/** What people say about an agent. */
public record AgentDraft(
    Optional<String> name, Optional<String> url, Optional<Long> timeoutSeconds) {}
