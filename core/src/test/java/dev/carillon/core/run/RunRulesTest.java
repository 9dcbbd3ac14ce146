package dev.carillon.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.OnLost;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunRulesTest {
  @Test
  void each_outcome_has_its_ending() {
    var cases =
        List.of(
            new Case(new Outcome.Succeeded(Answer.NONE), RunState.SUCCEEDED, Optional.empty()),
            new Case(
                new Outcome.Failed(FailureKind.CONNECT, "no route", Answer.NONE),
                RunState.FAILED,
                Optional.of(FailureKind.CONNECT)),
            new Case(
                new Outcome.TimedOut("too slow", Answer.NONE),
                RunState.TIMED_OUT,
                Optional.of(FailureKind.TIMEOUT)),
            new Case(new Outcome.Cancelled("asked to"), RunState.CANCELLED, Optional.empty()),
            new Case(new Outcome.Unknown("no answer"), RunState.UNKNOWN, Optional.empty()));
    for (var one : cases) {
      var ending = RunRules.after(one.outcome);
      assertThat(ending.state()).isEqualTo(one.state);
      assertThat(ending.failure()).isEqualTo(one.failure);
      assertThat(RunState.RUNNING.mayBecome(ending.state())).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}, lost {1} times before: again {2}")
  @CsvSource({"RETRY, 0, true", "RETRY, 2, true", "RETRY, 3, false", "FAIL, 0, false"})
  void a_lost_run_is_called_again_or_ends(OnLost policy, int timesLost, boolean again) {
    switch (RunRules.lost(policy, timesLost)) {
      case Lost.Again() -> assertThat(again).isTrue();
      case Lost.Ended(var ending) -> {
        assertThat(again).isFalse();
        assertThat(ending.failure()).contains(FailureKind.NODE_LOST);
        assertThat(ending.message().orElseThrow()).contains("node");
      }
    }
  }

  @Test
  void what_has_ended_never_changes_but_an_unknown_end_is_resolved_once() {
    for (var state : RunState.values()) {
      if (state.ended() && state != RunState.UNKNOWN) {
        assertThat(state.successors()).as(state.word()).isEmpty();
      }
    }
    assertThat(RunState.UNKNOWN.successors())
        .isEqualTo(EnumSet.of(RunState.SUCCEEDED, RunState.FAILED));
  }

  @Test
  void the_codes_in_the_store_stand_for_one_state_each() {
    for (var state : RunState.values()) {
      assertThat(RunState.of(state.code())).isEqualTo(state);
    }
    for (var kind : TriggerKind.values()) {
      assertThat(TriggerKind.of(kind.code())).isEqualTo(kind);
    }
  }

  private record Case(Outcome outcome, RunState state, Optional<FailureKind> failure) {}
}
