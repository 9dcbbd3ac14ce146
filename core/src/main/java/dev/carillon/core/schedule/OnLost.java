package dev.carillon.core.schedule;

/** What happens to a run whose node died while it ran. */
public enum OnLost {
  /** It is called again with the same Idempotency-Key. */
  RETRY,
  /** It is settled as failed. */
  FAIL
}
