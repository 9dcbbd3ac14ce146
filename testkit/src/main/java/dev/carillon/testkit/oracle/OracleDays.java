package dev.carillon.testkit.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The two day fields as the oracle reads them: each item asks the calendar of java.time. */
final class OracleDays {
  private static final List<String> NAMES =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private OracleDays() {}

  static Predicate<LocalDate> of(String monthDays, String weekdays, boolean quartz) {
    Predicate<LocalDate> byDate = anyOf(monthDays, OracleDays::monthDay);
    String named = weekdays.startsWith("+") ? weekdays.substring(1) : weekdays;
    Predicate<LocalDate> byWeekday = anyOf(named, item -> weekday(item, quartz));
    boolean both = weekdays.startsWith("+") || isOpen(monthDays) || isOpen(weekdays);
    return both ? byDate.and(byWeekday) : byDate.or(byWeekday);
  }

  private static boolean isOpen(String field) {
    return field.equals("*") || field.equals("?");
  }

  private static Predicate<LocalDate> anyOf(
      String field, java.util.function.Function<String, Predicate<LocalDate>> read) {
    Predicate<LocalDate> any = date -> false;
    for (String item : field.split(",", -1)) {
      any = any.or(read.apply(item));
    }
    return any;
  }

  private static Predicate<LocalDate> monthDay(String item) {
    if (item.startsWith("L")) {
      String before = item.substring(1).replace("-", "").replace("W", "");
      int days = before.isEmpty() ? 0 : Integer.parseInt(before);
      return item.endsWith("W")
          ? date -> date.getDayOfMonth() == nearestWeekday(date, date.lengthOfMonth() - days)
          : date -> date.getDayOfMonth() == date.lengthOfMonth() - days;
    }
    if (item.endsWith("W")) {
      int day = Integer.parseInt(item.substring(0, item.length() - 1));
      return date -> date.getDayOfMonth() == nearestWeekday(date, day);
    }
    BitSet days = OracleLine.numbers(item, 1, 31);
    return date -> days.get(date.getDayOfMonth());
  }

  /**
   * Looks one day before, one after, two before, two after, never outside the month of the date.
   */
  private static int nearestWeekday(LocalDate inMonth, int day) {
    for (int distance : List.of(0, -1, 1, -2, 2)) {
      int candidate = day + distance;
      if (day >= 1
          && day <= inMonth.lengthOfMonth()
          && candidate >= 1
          && candidate <= inMonth.lengthOfMonth()
          && !WEEKEND.contains(inMonth.withDayOfMonth(candidate).getDayOfWeek())) {
        return candidate;
      }
    }
    return -1;
  }

  private static Predicate<LocalDate> weekday(String item, boolean quartz) {
    if (item.contains("#")) {
      DayOfWeek day = day(item.substring(0, item.indexOf('#')), quartz);
      String which = item.substring(item.indexOf('#') + 1);
      return which.equals("L") ? last(day) : nth(day, Integer.parseInt(which));
    }
    if (item.length() > 1 && item.endsWith("L")) {
      return last(day(item.substring(0, item.length() - 1), quartz));
    }
    String plain = quartz && item.equals("L") ? "SAT" : item;
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    OracleLine.numbers(numbered(plain, quartz), quartz ? 1 : 0, quartz ? 7 : 6).stream()
        .forEach(number -> days.add(day(number, quartz)));
    return date -> days.contains(date.getDayOfWeek());
  }

  private static Predicate<LocalDate> last(DayOfWeek day) {
    return date -> date.equals(date.with(TemporalAdjusters.lastInMonth(day)));
  }

  private static Predicate<LocalDate> nth(DayOfWeek day, int n) {
    return date -> date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(n, day)));
  }

  private static DayOfWeek day(String item, boolean quartz) {
    return day(Integer.parseInt(numbered(item, quartz)), quartz);
  }

  private static DayOfWeek day(int number, boolean quartz) {
    int sundayIsZero = quartz ? number - 1 : number;
    return DayOfWeek.SUNDAY.plus(sundayIsZero);
  }

  /** Writes names as numbers; Sunday at the end of a range is the seventh day. */
  private static String numbered(String item, boolean quartz) {
    String numbered = item.toUpperCase(Locale.ROOT);
    if (!quartz && !numbered.startsWith("SUN-")) {
      numbered = numbered.replace("-SUN", "-7");
    }
    for (int day = 0; day < 7; day++) {
      numbered = numbered.replace(NAMES.get(day), String.valueOf(quartz ? day + 1 : day));
    }
    return numbered;
  }
}
