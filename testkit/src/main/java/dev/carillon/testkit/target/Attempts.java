package dev.carillon.testkit.target;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Target;
import dev.carillon.engine.target.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Attempts for tests: the first one of an occurrence, unless a test says otherwise. */
public final class Attempts {
  public static final Owner OWNER = new Owner(1, 1);
  public static final ScheduleId SCHEDULE = new ScheduleId(new UUID(1, 2));
  public static final Instant NOMINAL = Instant.parse("2026-03-29T01:00:00Z");

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private Attempts() {}

  /** A call of this agent with this message. */
  public static Attempt of(String agent, String message) {
    return of(agent, new Input(message, Input.NO_CONTEXT), TIMEOUT);
  }

  /** A call of this agent that may take so long. */
  public static Attempt of(String agent, Duration timeout) {
    return of(agent, new Input("hello", Input.NO_CONTEXT), timeout);
  }

  public static Attempt of(String agent, Input input, Duration timeout) {
    return new Attempt(
        RunId.planned(SCHEDULE, NOMINAL),
        1,
        1,
        OWNER,
        SCHEDULE,
        new Target.Agent(agent),
        TriggerKind.SCHEDULE,
        Optional.of(NOMINAL),
        input,
        timeout);
  }
}
