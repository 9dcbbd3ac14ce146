package dev.carillon.core.cron;

/** The seven fields of a cron line, in the order of a line that has them all. */
public enum Field {
  SECOND("second", "minute", 0, 59, ""),
  MINUTE("minute", "hour", 0, 59, ""),
  HOUR("hour", "day", 0, 23, ""),
  DAY("day-of-month", "month", 1, 31, ""),
  MONTH("month", "year", 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"),
  WEEKDAY("day-of-week", "week", 0, 7, "SUNMONTUEWEDTHUFRISAT"),
  YEAR("year", "calendar", 1970, 2199, "");

  private final String title;
  private final String within;
  private final int least;
  private final int greatest;
  private final String names;

  Field(String title, String within, int least, int greatest, String names) {
    this.title = title;
    this.within = within;
    this.least = least;
    this.greatest = greatest;
    this.names = names;
  }

  /** What messages call it. */
  public String title() {
    return title;
  }

  /** The stretch of time in which its values begin again. */
  String within() {
    return within;
  }

  /** The smallest number that may stand here; Quartz counts the weekdays from 1. */
  public int least(Dialect dialect) {
    return this == WEEKDAY && dialect == Dialect.QUARTZ ? 1 : least;
  }

  /** The greatest number that may stand here. */
  public int greatest() {
    return greatest;
  }

  /** Where {@code *} and an open {@code 5/15} end: Sunday is not counted twice. */
  int last(Dialect dialect) {
    return this == WEEKDAY && dialect != Dialect.QUARTZ ? 6 : greatest;
  }

  /** How many values there are; a Quartz range that wraps goes on by so much. */
  int span(Dialect dialect) {
    return last(dialect) - least(dialect) + 1;
  }

  /** The number of a three-letter name in any case, counted from {@link #least}; -1 if unknown. */
  int numberOf(String text, int from, Dialect dialect) {
    for (int at = 0; at < names.length(); at += 3) {
      if (names.regionMatches(true, at, text, from, 3)) {
        return at / 3 + least(dialect);
      }
    }
    return -1;
  }

  /** Whether its values have names of three letters. */
  public boolean hasNames() {
    return !names.isEmpty();
  }

  /** The first and last name, for messages: {@code JAN to DEC}. */
  public String namesInWords() {
    return names.substring(0, 3) + " to " + names.substring(names.length() - 3);
  }
}
