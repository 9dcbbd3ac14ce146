package dev.carillon.core.cron;

/** A cron line that was understood, without a zone. Equal when text and dialect are equal. */
public final class CronExpression {
  private final String text;
  private final Dialect dialect;
  private final TimeSet times;
  private final DaySet days;
  private final boolean wallClock;

  CronExpression(String text, Dialect dialect, TimeSet times, DaySet days, boolean wallClock) {
    this.text = text;
    this.dialect = dialect;
    this.times = times;
    this.days = days;
    this.wallClock = wallClock;
  }

  /** Reads a line by its number of fields: 5 unix, 6 or 7 seconds first. */
  public static CronParse parse(String text) {
    return Line.of(text).parse();
  }

  /** Reads a line in a named dialect. */
  public static CronParse parse(String text, Dialect dialect) {
    return Line.of(text).parse(dialect);
  }

  /** The line as it was written, without blanks around it. */
  public String text() {
    return text;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Whether no date matches, as in {@code 0 0 30 2 *}; found in bounded time. */
  public boolean neverFires() {
    return days.isEmpty();
  }

  /**
   * Whether the second, minute or hour begins with {@code *}: such a schedule follows the wall
   * clock through clock changes, and {@link DstPolicy} leaves it alone.
   */
  public boolean followsWallClock() {
    return wallClock;
  }

  TimeSet times() {
    return times;
  }

  DaySet days() {
    return days;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronExpression that
        && text.equals(that.text)
        && dialect == that.dialect;
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + dialect.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
