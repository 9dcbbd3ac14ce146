package dev.carillon.core.cron;

import java.util.Locale;
import java.util.Optional;

/** What to write instead of things that other programs take and this one refuses. */
final class Hints {
  private Hints() {}

  /** Lines that are no field list at all, but that some cron would take. */
  static Optional<String> forLine(String text) {
    if (text.isEmpty() || "tTcC@#".indexOf(text.charAt(0)) < 0) {
      return Optional.empty();
    }
    String lower = text.substring(0, Math.min(text.length(), 16)).toLowerCase(Locale.ROOT);
    if (lower.startsWith("tz=") || lower.startsWith("cron_tz=")) {
      return Optional.of("give the zone in the schedule's timezone field");
    }
    if (lower.startsWith("@every")) {
      return Optional.of("use an interval trigger, which counts from an anchor");
    }
    if (lower.startsWith("@reboot")) {
      return Optional.of("nothing fires at a start; use an interval, once or event trigger");
    }
    if (lower.startsWith("#")) {
      return Optional.of("a comment is not part of an expression; use the description");
    }
    return Optional.empty();
  }

  /** What a line with a wrong number of fields should have, in its dialect. */
  static Optional<String> forCount(int count, Dialect dialect) {
    String fields = "minute hour day-of-month month day-of-week";
    return Optional.of(
        switch (dialect) {
          case UNIX ->
              count == 6 || count == 7
                  ? "a unix line has 5; with seconds first, the dialect is seconds"
                  : "write 5 (" + fields + "), 6 (second first) or 7 (second first, year last)";
          case SECONDS, QUARTZ ->
              count == 5
                  ? "put the second in front, or name the dialect unix"
                  : "write 6 (second " + fields + ") or 7 (and year)";
        });
  }

  /** Day 0 in a line like {@code 0 0 0 * *}: somebody meant seconds and forgot a field. */
  static Optional<String> forNumber(Field field, String number, Line line) {
    boolean dayZero = field == Field.DAY && number.chars().allMatch(digit -> digit == '0');
    if (dayZero && line.pieces().size() == 5) {
      return Optional.of("with seconds first it needs six fields: " + line.text() + " *");
    }
    return Optional.empty();
  }

  /** A range that runs backwards, split in two where the field ends. */
  static Optional<String> forRange(Field field, String from, String to, Dialect dialect) {
    String last = field == Field.WEEKDAY ? "SAT" : String.valueOf(field.greatest());
    String first = field == Field.WEEKDAY ? "SUN" : String.valueOf(field.least(dialect));
    return Optional.of("write it as two: " + span(from, last) + "," + span(first, to));
  }

  private static String span(String from, String to) {
    return from.equals(to) ? from : from + "-" + to;
  }

  static Optional<String> forItem(Field field, String item) {
    if (item.equals("H") || item.startsWith("H/") || item.startsWith("H(")) {
      return Optional.of("write a number; jitter spreads schedules over the hour");
    }
    if (item.startsWith("#")) {
      return Optional.of("a comment is not part of an expression; use the description");
    }
    if (field == Field.DAY || field == Field.WEEKDAY) {
      return forDays(field, item);
    }
    if (field == Field.MONTH) {
      return Optional.of("a month is 1-12 or " + field.namesInWords());
    }
    return Optional.empty();
  }

  private static Optional<String> forDays(Field field, String item) {
    String upper = item.toUpperCase(Locale.ROOT);
    boolean lowerCase = !upper.equals(item) && upper.matches("L|LW|\\d+W|L-\\d+|.*L|.*#L");
    if (lowerCase) {
      return Optional.of("L and W are capital letters");
    }
    return field == Field.DAY
        ? Optional.of("special days of the month are L, L-3, LW and 15W, each without a step")
        : Optional.of(
            "a weekday is 0-7 or " + field.namesInWords() + ", alone or as in FRI#2 and FRIL");
  }
}
