package dev.carillon.engine.store;

import dev.carillon.core.timeline.Clock;
import java.util.List;

/** What one planning turn does to one clock. */
public sealed interface ClockStep {
  /** The clock moves, and these runs and lines account for the instants it passed. */
  record Moved(Clock before, Clock after, List<NewRun> runs, List<NewLine> lines)
      implements ClockStep {
    public Moved {
      runs = List.copyOf(runs);
      lines = List.copyOf(lines);
    }
  }

  /** The schedule cannot be planned; nobody looks at it again until a person has. */
  record Quarantined(Clock before, String why) implements ClockStep {}
}
