package dev.carillon.core.recurrence;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Fills in what a rule leaves to its start: the month, the day of the month or of the week. */
final class Filling {
  private Filling() {}

  static Rule of(Rule rule, LocalDate start) {
    var numbers = new EnumMap<Part, NavigableSet<Integer>>(Part.class);
    numbers.putAll(rule.numbers());
    var weekdays = rule.weekdays();
    var namesDays =
        rule.has(Part.BYMONTHDAY) || rule.has(Part.BYYEARDAY) || !rule.weekdays().isEmpty();
    var startDay = List.of(new Weekday(0, start.getDayOfWeek()));
    if (!namesDays) {
      switch (rule.frequency()) {
        case SECONDLY, MINUTELY, HOURLY, DAILY -> {}
        case WEEKLY -> weekdays = startDay;
        case MONTHLY -> numbers.put(Part.BYMONTHDAY, only(start.getDayOfMonth()));
        case YEARLY -> {
          if (rule.has(Part.BYWEEKNO)) {
            weekdays = startDay;
          } else {
            numbers.putIfAbsent(Part.BYMONTH, only(start.getMonthValue()));
            numbers.put(Part.BYMONTHDAY, only(start.getDayOfMonth()));
          }
        }
      }
    }
    return new Rule(
        rule.frequency(),
        rule.interval(),
        rule.count(),
        rule.until(),
        rule.weekStart(),
        numbers,
        weekdays);
  }

  private static NavigableSet<Integer> only(int number) {
    return new TreeSet<>(List.of(number));
  }
}
