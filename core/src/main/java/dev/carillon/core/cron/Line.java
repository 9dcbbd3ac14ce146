package dev.carillon.core.cron;

import dev.carillon.core.cron.CronParse.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cron line split at its blanks, before anything in it is understood. */
record Line(String text, List<Piece> pieces) {
  /** A list of every second, minute, hour and day, each by its number, is half as long. */
  private static final int LONGEST = 2_000;

  private static final int MOST_FIELDS = 7;

  /** Where one field stands in the text. */
  record Piece(int start, int end) {}

  static Line of(String text) {
    String trimmed = trim(text);
    List<Piece> pieces = new ArrayList<>(MOST_FIELDS);
    int at = 0;
    while (at < trimmed.length() && pieces.size() <= MOST_FIELDS) {
      int end = at;
      while (end < trimmed.length() && !isBlank(trimmed.charAt(end))) {
        end++;
      }
      pieces.add(new Piece(at, end));
      at = end;
      while (at < trimmed.length() && isBlank(trimmed.charAt(at))) {
        at++;
      }
    }
    return new Line(trimmed, pieces);
  }

  CronParse parse() {
    return parse(pieces.size() > 5 ? Dialect.SECONDS : Dialect.UNIX);
  }

  CronParse parse(Dialect dialect) {
    if (text.length() > LONGEST) {
      return refused("is longer than " + LONGEST + " characters", Optional.empty());
    }
    Optional<String> hint = Hints.forLine(text);
    if (hint.isPresent()) {
      return refused("is not a cron expression", hint);
    }
    if (text.startsWith("@")) {
      return nickname(dialect);
    }
    int count = pieces.size();
    boolean fits = dialect == Dialect.UNIX ? count == 5 : count == 6 || count == 7;
    return fits
        ? new LineReader(this, text, dialect).read()
        : refused(wrongCount(), Hints.forCount(count, dialect));
  }

  private CronParse nickname(Dialect dialect) {
    Optional<String> meaning =
        dialect == Dialect.QUARTZ ? Optional.empty() : Nicknames.meaning(text);
    if (meaning.isEmpty()) {
      return refused("is not a nickname", Optional.of(Nicknames.hint(text, dialect)));
    }
    return new LineReader(of(meaning.get()), text, dialect).read();
  }

  String field(int index) {
    return text.substring(pieces.get(index).start(), pieces.get(index).end());
  }

  private String wrongCount() {
    return switch (pieces.size()) {
      case 0 -> "the expression is empty";
      case 1 -> "has 1 field";
      case MOST_FIELDS + 1 -> "has more than " + MOST_FIELDS + " fields";
      default -> "has " + pieces.size() + " fields";
    };
  }

  private Refused refused(String reason, Optional<String> hint) {
    return new Refused("cron", text, reason, hint);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
