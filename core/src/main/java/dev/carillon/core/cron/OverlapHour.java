package dev.carillon.core.cron;

/** Which passes a fixed time runs in when a clock change makes it come twice. */
public enum OverlapHour {
  FIRST,
  SECOND,
  BOTH
}
