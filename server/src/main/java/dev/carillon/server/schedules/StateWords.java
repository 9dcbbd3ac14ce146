package dev.carillon.server.schedules;

import dev.carillon.core.run.RunState;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of the wire for the states of a run. */
public final class StateWords {
  private StateWords() {}

  /** The state that is called so on the wire. */
  public static Optional<RunState> named(String word) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.wireName().equals(word))
        .findFirst();
  }

  /** All of them, for people. */
  public static String all() {
    return Arrays.stream(RunState.values())
        .map(RunState::wireName)
        .collect(Collectors.joining(", "));
  }
}
