package dev.carillon.api.schedules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What people say about a schedule; what they leave out has its default. */
public record ScheduleDraft(
    Optional<String> name,
    Optional<String> description,
    Optional<List<String>> tags,
    Optional<Map<String, String>> metadata,
    Optional<String> cronExpression,
    Optional<String> timezone,
    Optional<TriggerSpec> trigger,
    Optional<DstSpec> dst,
    Optional<Instant> startAt,
    Optional<Instant> endAt,
    Optional<Integer> maxRuns,
    Optional<ExecutionWindowSpec> executionWindow,
    Optional<CalendarsSpec> calendars,
    Optional<JitterSpec> jitter,
    Optional<TargetSpec> target,
    Optional<String> taskQuery,
    Optional<JsonNode> taskContext,
    Optional<String> overlapPolicy,
    Optional<String> catchupPolicy,
    Optional<Long> catchupWindowSeconds,
    Optional<Integer> catchupLimit,
    Optional<String> onResume,
    Optional<String> onLost,
    Optional<Long> timeoutSeconds) {}
