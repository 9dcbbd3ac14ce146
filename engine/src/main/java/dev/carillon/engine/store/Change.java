package dev.carillon.engine.store;

import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.timeline.Clock;
import java.util.List;
import java.util.Optional;

/** What a deed does to a schedule. */
public sealed interface Change {
  /** The schedule and its clock become these, and these lines and runs account for what passed. */
  record Apply(
      Schedule schedule,
      Clock clock,
      Optional<Halt> halt,
      Waiting waiting,
      List<NewRun> runs,
      List<NewLine> lines,
      Deed deed)
      implements Change {
    public Apply {
      runs = List.copyOf(runs);
      lines = List.copyOf(lines);
    }
  }

  /** It is already so. */
  record Leave() implements Change {}

  /** It cannot be done now; the words say why and what to do. */
  record Refuse(String why) implements Change {}

  /** The version that the caller saw is not the present one. */
  record Outdated(int version) implements Change {}

  /** What becomes of the schedule's queued runs. */
  enum Waiting {
    KEEP,
    /** Those that waited for the end of the pause wait for any node now. */
    RELEASE,
    /** They end with the reason that the schedule was deleted. */
    END
  }
}
