package dev.carillon.core.cron;

import java.util.ArrayList;
import java.util.List;

/** What in an expression its writer may not have meant, whatever the zone. */
final class Doubts {
  private static final int FEBRUARY = 2;

  private Doubts() {}

  static List<Warning> about(CronExpression expression) {
    DaySet days = expression.days();
    List<Warning> warnings = new ArrayList<>();
    if (expression.neverFires()) {
      warnings.add(new Warning(Warning.Kind.NEVER_FIRES, "no date matches, so it never fires"));
    } else if (days.isEither()) {
      warnings.add(
          new Warning(
              Warning.Kind.EITHER_DAY,
              "day-of-month and day-of-week are both set: a day that matches either of them fires;"
                  + " with + before the weekday both must match"));
    } else {
      addRareDays(days, warnings);
    }
    warnings.addAll(expression.written().warnings());
    return warnings;
  }

  private static void addRareDays(DaySet days, List<Warning> warnings) {
    int needed = days.monthDays().shortestMonth();
    if (days.months() == 1 << FEBRUARY && needed == 29) {
      warnings.add(
          new Warning(Warning.Kind.LEAP_DAY, "29 February comes in leap years only, so does this"));
    } else if (days.hasMonthShorterThan(needed)) {
      warnings.add(
          new Warning(
              Warning.Kind.SHORT_MONTH,
              "a month of fewer than "
                  + needed
                  + " days has no run; L is the last day of any month"));
    }
  }
}
