package dev.carillon.api.schedules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A schedule as people read it.
 *
 * @param taskQuery absent, as taskContext, in a list
 * @param success present, with message and warnings, on answers to changes
 */
public record ScheduleView(
    String scheduleId,
    String name,
    String description,
    List<String> tags,
    Map<String, String> metadata,
    Optional<String> cronExpression,
    Optional<String> timezone,
    TriggerSpec trigger,
    DstSpec dst,
    Optional<Instant> startAt,
    Optional<Instant> endAt,
    Optional<Integer> maxRuns,
    Optional<ExecutionWindowSpec> executionWindow,
    Optional<CalendarsSpec> calendars,
    JitterSpec jitter,
    TargetSpec target,
    Optional<String> taskQuery,
    Optional<JsonNode> taskContext,
    String overlapPolicy,
    String catchupPolicy,
    long catchupWindowSeconds,
    int catchupLimit,
    String onResume,
    String onLost,
    long timeoutSeconds,
    String status,
    Optional<String> words,
    Optional<Instant> pausedAt,
    Optional<String> pauseReason,
    Optional<String> pausedBy,
    Optional<Instant> nextRunAt,
    Optional<Instant> lastRunAt,
    Optional<String> lastRunStatus,
    long totalRuns,
    long successfulRuns,
    long failedRuns,
    long skippedRuns,
    BigDecimal totalCostUsd,
    long unknownCostRuns,
    Instant createdAt,
    Instant updatedAt,
    String createdBy,
    String owner,
    String tenantId,
    int version,
    Optional<Boolean> success,
    Optional<String> message,
    Optional<List<Warning>> warnings) {}
