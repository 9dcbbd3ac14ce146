package dev.carillon.core.recurrence;

import java.time.LocalDate;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Set;

/**
 * Which days a rule counts. What it leaves to its start is filled in first; then a day counts when
 * every part that is there allows it.
 */
final class Days {
  private static final int DAYS_OF_FIRST_WEEK = 4; // RFC 5545, BYWEEKNO: as in ISO 8601

  private final Set<Integer> months;
  private final Set<Integer> monthDays;
  private final Set<Integer> yearDays;
  private final Set<Integer> weeks;
  private final List<Weekday> weekdays;
  private final boolean ordinalsInYear;
  private final WeekFields weekFields;
  private final TemporalField week;

  private Days(Rule rule, Rule filled) {
    months = filled.numbers(Part.BYMONTH);
    monthDays = filled.numbers(Part.BYMONTHDAY);
    yearDays = filled.numbers(Part.BYYEARDAY);
    weeks = filled.numbers(Part.BYWEEKNO);
    weekdays = filled.weekdays();
    ordinalsInYear = rule.frequency() == Frequency.YEARLY && !rule.has(Part.BYMONTH);
    weekFields = WeekFields.of(rule.weekStart(), DAYS_OF_FIRST_WEEK);
    week = weekFields.weekOfWeekBasedYear();
  }

  static Days of(Rule rule, LocalDate start) {
    return new Days(rule, Filling.of(rule, start));
  }

  boolean has(LocalDate day) {
    return (months.isEmpty() || months.contains(day.getMonthValue()))
        && (monthDays.isEmpty() || in(monthDays, day.getDayOfMonth(), day.lengthOfMonth()))
        && (yearDays.isEmpty() || in(yearDays, day.getDayOfYear(), day.lengthOfYear()))
        && (weekdays.isEmpty() || isWeekday(day))
        && (weeks.isEmpty() || isInWeek(day));
  }

  /** Whether a place is named from the front or from the end. */
  private static boolean in(Set<Integer> places, int place, int last) {
    return places.contains(place) || places.contains(place - last - 1);
  }

  private boolean isWeekday(LocalDate day) {
    for (var weekday : weekdays) {
      if (weekday.day() == day.getDayOfWeek() && isTheOne(weekday.ordinal(), day)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTheOne(int ordinal, LocalDate day) {
    var place = ordinalsInYear ? day.getDayOfYear() : day.getDayOfMonth();
    var last = ordinalsInYear ? day.lengthOfYear() : day.lengthOfMonth();
    return ordinal == 0 || ordinal == (place - 1) / 7 + 1 || ordinal == -((last - place) / 7 + 1);
  }

  /** A week belongs to the year in which most of it lies, and so do all its days. */
  private boolean isInWeek(LocalDate day) {
    var number = day.get(week);
    if (weeks.contains(number)) {
      return true;
    }
    var year = day.get(weekFields.weekBasedYear());
    var weeksOfYear = (int) LocalDate.of(year, 7, 1).range(week).getMaximum();
    return weeks.contains(number - weeksOfYear - 1);
  }
}
