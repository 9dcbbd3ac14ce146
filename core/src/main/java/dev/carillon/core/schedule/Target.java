package dev.carillon.core.schedule;

import java.util.regex.Pattern;

/** Who does the work of a schedule. */
public sealed interface Target {
  /** A named agent of the schedule's tenant, or a local one of this process. */
  record Agent(String name) implements Target {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,126}");

    /** Which names an agent may have, in words. */
    public static final String NAME_WANTED = "letters, digits and . _ -, at most 127";

    public Agent {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a target agent has a name");
      }
    }

    /** Whether an agent can be called so. */
    public static boolean isName(String name) {
      return NAME.matcher(name).matches();
    }
  }
}
