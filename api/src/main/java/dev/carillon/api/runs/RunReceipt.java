package dev.carillon.api.runs;

/** What a request for a run is answered with to a key that may not read runs. */
public record RunReceipt(
    String runId, String scheduleId, String status, String reason, String reasonText) {}
