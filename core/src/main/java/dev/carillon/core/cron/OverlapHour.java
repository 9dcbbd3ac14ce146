package dev.carillon.core.cron;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which passes a fixed time runs in when a clock change makes it come twice. */
public enum OverlapHour {
  FIRST,
  SECOND,
  BOTH;

  /** The name on the wire and on the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a choice by its wire name, in lower case. */
  public static Optional<OverlapHour> named(String name) {
    return Arrays.stream(values()).filter(choice -> choice.wireName().equals(name)).findFirst();
  }
}
