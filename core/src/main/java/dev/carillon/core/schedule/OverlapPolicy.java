package dev.carillon.core.schedule;

/** What happens when an occurrence is due while the previous run still runs. */
public enum OverlapPolicy {
  /** The occurrence does not run; its line says why. */
  SKIP,
  /** The runs overlap. */
  ALLOW
}
