package dev.carillon.core.run;

import java.util.OptionalLong;

/**
 * One tool that the target used while it worked, as it told us.
 *
 * @param inputJson what the tool was given, as JSON text
 * @param duration milliseconds, when told
 */
public record ToolCall(
    String id,
    String type,
    String tool,
    String inputJson,
    boolean success,
    OptionalLong duration) {}
