package dev.carillon.core.run;

import java.util.List;
import java.util.Optional;

/** What a target answered: its text, what it used, the tools it called, and its session. */
public record Answer(
    Optional<String> text, Usage usage, List<ToolCall> toolCalls, Optional<String> sessionId) {
  /** Nothing came back. */
  public static final Answer NONE =
      new Answer(Optional.empty(), Usage.NONE, List.of(), Optional.empty());

  public Answer {
    toolCalls = List.copyOf(toolCalls);
  }
}
