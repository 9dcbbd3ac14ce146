package dev.carillon.core.cron;

import java.util.Locale;

/** Something about a line that is allowed, but that its writer may not have meant. */
public record Warning(Kind kind, String text) {

  /** What a warning is about. */
  public enum Kind {
    /** No date matches. */
    NEVER_FIRES,
    /** Both day fields restrict, and a day needs to match only one of them. */
    EITHER_DAY,
    /** A day field that begins with a star and yet restricts, beside another that restricts. */
    LEADING_STAR,
    /** A step that does not divide its range evenly: one pause is shorter. */
    UNEVEN_STEP,
    /** A step without a range, {@code 5/15}. */
    OPEN_STEP,
    /** A step longer than its range: only the first value is left. */
    LONG_STEP,
    /** Days that only longer months have. */
    SHORT_MONTH,
    /** Nothing but 29 February. */
    LEAP_DAY,
    /** A fixed time that the next change of the clocks leaves out. */
    CLOCK_GAP,
    /** A fixed time that the next change of the clocks brings twice. */
    CLOCK_OVERLAP;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
