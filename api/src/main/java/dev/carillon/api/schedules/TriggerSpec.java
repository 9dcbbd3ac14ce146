package dev.carillon.api.schedules;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What makes a schedule due. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TriggerSpec {
  /** A cron line; its zone is UTC and its dialect is told by its fields when nothing is said. */
  @JsonTypeName("cron")
  record Cron(String expression, Optional<String> timezone, Optional<String> dialect)
      implements TriggerSpec {}

  /**
   * Every so many units of elapsed time, counted from the anchor, which is the first time. Without
   * one it counts on as before an edit, else from {@code start_at}, else from when it was said.
   */
  @JsonTypeName("interval")
  record Interval(Long every, String unit, Optional<Instant> anchor) implements TriggerSpec {}

  /**
   * A recurrence rule (RFC 5545), from a start, which without one is as for an interval, on the
   * clock of a zone, which is UTC when nothing is said.
   */
  @JsonTypeName("rrule")
  record Rrule(String rule, Optional<Instant> dtstart, Optional<String> timezone)
      implements TriggerSpec {}

  /** At one time. */
  @JsonTypeName("once")
  record Once(Instant at) implements TriggerSpec {}

  /** At each of these times. */
  @JsonTypeName("dates")
  record Dates(List<Instant> at) implements TriggerSpec {}

  /**
   * When an event of this name is published.
   *
   * @param filter for places in its data, each by a plain name or a JSON Pointer (RFC 6901), the
   *     scalar that must stand there, or an array of those that may
   */
  @JsonTypeName("event")
  record Event(String event, Optional<ObjectNode> filter) implements TriggerSpec {}

  /**
   * After runs of other schedules.
   *
   * @param condition whether after each of them or any, which is what holds when nothing is said
   * @param on how such a run ends; without a word it has succeeded
   */
  @JsonTypeName("after")
  record After(List<String> schedules, Optional<String> condition, Optional<String> on)
      implements TriggerSpec {}

  /** Never due by itself. */
  @JsonTypeName("manual")
  record Manual() implements TriggerSpec {}
}
