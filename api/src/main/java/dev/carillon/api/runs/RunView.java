package dev.carillon.api.runs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run, or a line of the ledger, as people read it.
 *
 * @param until the last nominal time of a line that stands for a range
 * @param covers how many occurrences a line stands for; absent on a run
 */
public record RunView(
    String runId,
    String workflowId,
    String scheduleId,
    String scheduleName,
    int scheduleVersion,
    String agent,
    String triggerType,
    Optional<Instant> scheduledFor,
    Instant desiredAt,
    Instant triggeredAt,
    Optional<Instant> queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt,
    Optional<Long> durationMs,
    Optional<Long> latenessMs,
    String status,
    String reason,
    String reasonText,
    int attempt,
    int interruptions,
    String idempotencyKey,
    Optional<String> node,
    Optional<String> query,
    Optional<String> result,
    Optional<String> failureKind,
    Optional<String> errorMessage,
    Optional<String> modelUsed,
    Optional<String> provider,
    Optional<Long> inputTokens,
    Optional<Long> outputTokens,
    Optional<Long> cacheReadTokens,
    Optional<Long> cacheWriteTokens,
    Optional<Long> totalTokens,
    Optional<BigDecimal> totalCostUsd,
    String costSource,
    Optional<Long> contextUsed,
    Optional<Long> contextMax,
    Optional<List<ToolCallView>> toolCalls,
    Optional<String> sessionId,
    Optional<Instant> until,
    Optional<Long> covers) {}
