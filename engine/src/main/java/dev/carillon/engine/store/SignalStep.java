package dev.carillon.engine.store;

import dev.carillon.core.timeline.Clock;

/** What becomes of a signal. */
public sealed interface SignalStep {
  /** It is queued as this run, and the clock stands like this. */
  record Queue(NewRun run, Clock after) implements SignalStep {}

  /** It does not run, and leaves this line. */
  record Leave(NewLine line, Clock after) implements SignalStep {}

  /** More must happen before the schedule runs. */
  record Await() implements SignalStep {}
}
