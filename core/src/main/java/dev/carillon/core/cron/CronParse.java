package dev.carillon.core.cron;

import java.util.Optional;

/** What became of reading a cron line. */
public sealed interface CronParse {

  /** The line was understood; it may still be one that never fires. */
  record Parsed(CronExpression expression) implements CronParse {}

  /**
   * The line was refused.
   *
   * @param field the field at fault, or {@code cron} for the line as a whole
   * @param text the piece that was not understood, shortened if it is long
   * @param reason what is wrong with the piece, as words that follow it
   * @param hint what to write instead, when that can be told
   */
  record Refused(String field, String text, String reason, Optional<String> hint)
      implements CronParse {
    private static final int LONGEST_TEXT = 40;

    public Refused {
      if (text.length() > LONGEST_TEXT) {
        text = text.substring(0, LONGEST_TEXT) + "...";
      }
    }

    /** One sentence for people, such as {@code minute: 60 is outside 0-59}. */
    public String message() {
      String sentence = field + ": " + (text.isEmpty() ? "" : text + " ") + reason;
      return hint.map(words -> sentence + "; " + words).orElse(sentence);
    }
  }
}
