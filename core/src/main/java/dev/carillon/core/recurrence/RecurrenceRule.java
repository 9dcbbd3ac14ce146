package dev.carillon.core.recurrence;

/** A rule as it was written and as it was understood. Equal when it is written alike. */
public final class RecurrenceRule {
  /** A longer text is no rule that a person has written. */
  public static final int LONGEST = 1_000;

  private final String text;
  private final Rule rule;

  RecurrenceRule(String text, Rule rule) {
    this.text = text;
    this.rule = rule;
  }

  /** Reads a rule such as {@code FREQ=MONTHLY;BYDAY=-1FR}, with or without {@code RRULE:}. */
  public static RecurrenceParse parse(String text) {
    if (text.length() > LONGEST) {
      return new RecurrenceParse.Refused("it has more than " + LONGEST + " characters");
    }
    return new RuleReader(text.strip()).read();
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  Rule rule() {
    return rule;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecurrenceRule that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
