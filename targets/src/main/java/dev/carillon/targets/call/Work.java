package dev.carillon.targets.call;

import dev.carillon.core.run.Outcome;

/** One call of a callee. Performed by one thread, aborted by another. */
public interface Work {
  /** Does the work on the calling thread, which may block, and says what came of it. */
  Outcome perform();

  /** Lets the work go, before it began or while it goes on; {@link #perform} then ends soon. */
  void abort();
}
