package dev.carillon.api.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/** One event of the stream as a CloudEvent (version 1.0). */
public record ActivityView(
    @JsonProperty("specversion") String specVersion,
    String id,
    String source,
    String type,
    Optional<String> subject,
    Instant time,
    @JsonProperty("datacontenttype") String dataContentType,
    Data data) {
  /** What happened, to what, by whom. */
  public record Data(
      String actor,
      Optional<String> scheduleId,
      Optional<String> scheduleName,
      Optional<String> runId,
      Optional<String> note) {}
}
