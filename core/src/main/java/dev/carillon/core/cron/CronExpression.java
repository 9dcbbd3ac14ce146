package dev.carillon.core.cron;

/** A cron line that was understood, without a zone. Equal when text and dialect are equal. */
public final class CronExpression {
  private final Written written;
  private final TimeSet times;
  private final DaySet days;

  CronExpression(Written written, TimeSet times, DaySet days) {
    this.written = written;
    this.times = times;
    this.days = days;
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
    return written.text();
  }

  public Dialect dialect() {
    return written.dialect();
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
    return written.wallClock();
  }

  /** What it means in words, with warnings; {@link CronTimes#explain} adds those of a zone. */
  public Explanation explain() {
    return new Explanation(Words.of(this), Doubts.about(this));
  }

  Written written() {
    return written;
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
        && text().equals(that.text())
        && dialect() == that.dialect();
  }

  @Override
  public int hashCode() {
    return 31 * text().hashCode() + dialect().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
