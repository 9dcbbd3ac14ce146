package dev.carillon.core.run;

import java.util.Optional;

/** How a run ends: its last state, and what the ledger says about it. */
public record Ending(
    RunState state, Optional<FailureKind> failure, Optional<String> message, Answer answer) {
  public Ending {
    if (!state.ended()) {
      throw new IllegalArgumentException("a run does not end in the state " + state.word());
    }
  }
}
