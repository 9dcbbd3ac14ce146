package dev.carillon.core.admission;

import dev.carillon.core.timeline.Reason;

/** Whether a run may start, and if not, what becomes of it. */
public sealed interface Admission {
  /** It starts now. */
  record Start() implements Admission {}

  /** It waits, and for this. */
  record Wait(WaitsOn on) implements Admission {}

  /** It does not run; the ledger says why. */
  record Refuse(Reason reason) implements Admission {}
}
