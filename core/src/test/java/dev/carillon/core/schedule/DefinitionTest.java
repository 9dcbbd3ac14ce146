package dev.carillon.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void another_input_changes_nothing_else() {
    var bounds = new Bounds(Optional.of(NINE), Optional.of(NINE.plusSeconds(60)), Optional.of(5));
    var whole =
        new Definition(
            new Trigger.Once(NINE),
            bounds,
            new Target.Agent("clerk"),
            new Input("tick", Input.NO_CONTEXT),
            Policies.DEFAULT);
    assertThat(whole.saying(Input.NONE))
        .isEqualTo(
            new Definition(whole.trigger(), bounds, whole.target(), Input.NONE, Policies.DEFAULT));
    assertThat(whole.saying(Input.NONE).saying(whole.input())).isEqualTo(whole);
  }
}
