package dev.carillon.engine.target;

import dev.carillon.core.run.Outcome;
import java.util.function.Consumer;

/** Performs attempts. The only port with concurrency: nothing else in the engine waits. */
public interface Caller {
  /**
   * Calls the target and tells the outcome, exactly once, from a thread of its own. Never throws
   * for what the target does; whatever happens becomes an outcome.
   */
  Call call(Attempt attempt, Consumer<Outcome> whenDone);

  /** A call under way. */
  interface Call {
    /** Interrupts the call; its outcome is then {@link Outcome.Cancelled}, unless it was faster. */
    void cancel();
  }
}
