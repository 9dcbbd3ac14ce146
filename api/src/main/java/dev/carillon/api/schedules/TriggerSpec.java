package dev.carillon.api.schedules;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/** What makes a schedule due. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TriggerSpec {
  /** A cron line; its zone is UTC and its dialect is told by its fields when nothing is said. */
  @JsonTypeName("cron")
  record Cron(String expression, Optional<String> timezone, Optional<String> dialect)
      implements TriggerSpec {}

  /** Never due by itself. */
  @JsonTypeName("manual")
  record Manual() implements TriggerSpec {}
}
