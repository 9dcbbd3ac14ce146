package dev.carillon.core.cron;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a fixed time that a clock change leaves out. */
public enum Gap {
  /** It runs once, at the instant of the change; several such times make one run. */
  RUN_AT_TRANSITION,
  /** It does not run on that date. */
  SKIP,
  /** It runs as much later as the clock was put forward: 02:30 at 03:30. */
  SHIFT;

  /** The name on the wire and on the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a choice by its wire name, in lower case. */
  public static Optional<Gap> named(String name) {
    return Arrays.stream(values()).filter(choice -> choice.wireName().equals(name)).findFirst();
  }
}
