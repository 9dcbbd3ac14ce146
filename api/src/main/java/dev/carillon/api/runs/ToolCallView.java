package dev.carillon.api.runs;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One tool that the agent used while it worked, as it told us. */
public record ToolCallView(
    Optional<String> id,
    String type,
    String tool,
    Optional<JsonNode> input,
    boolean success,
    Optional<Long> durationMs) {}
