package dev.carillon.api.schedules;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks for a run now, with what stands in place of the schedule's own. */
public record TriggerRequest(
    Optional<String> taskQuery,
    Optional<JsonNode> taskContext,
    Optional<String> overlapPolicy,
    Optional<String> idempotencyKey) {}
