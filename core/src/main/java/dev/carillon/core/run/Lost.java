package dev.carillon.core.run;

/** What becomes of a run whose node was lost while it ran. */
public sealed interface Lost {
  /** It is queued again, to be called with the same Idempotency-Key under a newer epoch. */
  record Again() implements Lost {}

  /** It ends here. */
  record Ended(Ending ending) implements Lost {}
}
