package dev.carillon.testkit.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cron line as the oracle reads it: by regular expressions, into sets of plain numbers. */
public final class OracleLine {
  private static final Pattern NUMBERS = Pattern.compile("(\\*|\\?|\\w+)(?:-(\\w+))?(?:/(\\d+))?");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private final List<String> fields;
  private final boolean wild;
  private final BitSet seconds;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet months;
  private final BitSet years;
  private final Predicate<LocalDate> days;

  private OracleLine(List<String> fields, boolean quartz) {
    this.fields = fields;
    this.wild = fields.stream().limit(3).anyMatch(field -> field.startsWith("*"));
    this.seconds = numbers(fields.get(0), 0, 59);
    this.minutes = numbers(fields.get(1), 0, 59);
    this.hours = numbers(fields.get(2), 0, 23);
    this.months = numbers(withMonths(fields.get(4)), 1, 12);
    this.years = numbers(fields.get(6), 1970, 2199);
    this.days = OracleDays.of(fields.get(3), fields.get(5), quartz);
  }

  /** Reads a line of 5, 6 (seconds first) or 7 (year last) fields, or one of the nicknames. */
  public static OracleLine read(String expression) {
    return new OracleLine(sevenFields(expression), false);
  }

  /** Reads a line as Quartz does: Sunday is 1. */
  public static OracleLine readQuartz(String expression) {
    return new OracleLine(sevenFields(expression), true);
  }

  private static List<String> sevenFields(String expression) {
    String line =
        switch (expression.strip()) {
          case "@yearly", "@annually" -> "0 0 1 1 *";
          case "@monthly" -> "0 0 1 * *";
          case "@weekly" -> "0 0 * * SUN";
          case "@daily", "@midnight" -> "0 0 * * *";
          case "@hourly" -> "0 * * * *";
          default -> expression.strip();
        };
    List<String> fields = Arrays.asList(line.split("[ \t]+", -1));
    return switch (fields.size()) {
      case 5 -> Arrays.asList(("0 " + String.join(" ", fields) + " *").split(" ", -1));
      case 6 -> Arrays.asList((String.join(" ", fields) + " *").split(" ", -1));
      case 7 -> fields;
      default -> throw new IllegalArgumentException("not 5 to 7 fields: " + expression);
    };
  }

  /** A line whose second, minute or hour begins with a star follows the wall clock. */
  boolean isWild() {
    return wild;
  }

  boolean firesOnTheMinute() {
    return seconds.length() == 1;
  }

  /** Whether some second of a minute is one of the line's. */
  boolean matchesMinute(LocalDateTime local) {
    return minutes.get(local.getMinute())
        && hours.get(local.getHour())
        && matchesDay(local.toLocalDate());
  }

  /** Whether a reading of the clock is one of the line's, in a world without clock changes. */
  public boolean matches(LocalDateTime local) {
    return matchesTime(local.toLocalTime()) && matchesDay(local.toLocalDate());
  }

  public boolean matchesTime(LocalTime time) {
    return seconds.get(time.getSecond())
        && minutes.get(time.getMinute())
        && hours.get(time.getHour());
  }

  /** A time of the day that matches. */
  public LocalTime someTime(Random random) {
    return LocalTime.of(some(hours, random), some(minutes, random), some(seconds, random));
  }

  private static int some(BitSet numbers, Random random) {
    int[] members = numbers.stream().toArray();
    return members[random.nextInt(members.length)];
  }

  public boolean matchesDay(LocalDate date) {
    return months.get(date.getMonthValue())
        && (fields.get(6).equals("*") || years.get(date.getYear()))
        && days.test(date);
  }

  @Override
  public String toString() {
    return String.join(" ", fields);
  }

  private static String withMonths(String field) {
    String numbered = field.toUpperCase(java.util.Locale.ROOT);
    for (int month = 1; month <= 12; month++) {
      numbered = numbered.replace(MONTHS.get(month - 1), String.valueOf(month));
    }
    return numbered;
  }

  /** The numbers of a field without names and special signs. */
  static BitSet numbers(String field, int least, int greatest) {
    BitSet numbers = new BitSet(greatest + 1);
    for (String item : field.split(",", -1)) {
      Matcher parts = NUMBERS.matcher(item);
      if (!parts.matches()) {
        throw new IllegalArgumentException("the oracle cannot read " + item);
      }
      boolean any = parts.group(1).equals("*") || parts.group(1).equals("?");
      int from = any ? least : Integer.parseInt(parts.group(1));
      int step = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
      int to = any || parts.group(3) != null ? greatest : from;
      if (parts.group(2) != null) {
        to = Integer.parseInt(parts.group(2));
      }
      for (long number = from; number <= to; number += step) {
        numbers.set((int) number);
      }
    }
    return numbers;
  }
}
