package dev.carillon.api.schedules;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Who does the work of a schedule. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TargetSpec {
  /** An agent, by its name. */
  @JsonTypeName("agent")
  record Agent(String agent) implements TargetSpec {}
}
