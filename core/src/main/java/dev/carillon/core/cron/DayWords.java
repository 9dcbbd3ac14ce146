package dev.carillon.core.cron;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says the days on which an expression fires. */
final class DayWords {
  private static final long ALL_DAYS = 0xFFFF_FFFEL;
  private static final int ALL_WEEKDAYS = 0x7F;
  private static final int ALL_MONTHS = 0x1FFE;
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "last");

  private final DaySet days;

  DayWords(DaySet days) {
    this.days = days;
  }

  /** The day, if one of the day fields restricts. */
  Optional<String> day() {
    if (days.monthDays().open()) {
      return days.weekdays().open() ? Optional.empty() : Optional.of(weekdays());
    }
    if (days.weekdays().open()) {
      return Optional.of(monthDays());
    }
    return Optional.of(monthDays() + (days.isEither() ? " or " : ", but only ") + weekdays());
  }

  Optional<String> month() {
    if (days.months() == ALL_MONTHS) {
      return Optional.empty();
    }
    return Optional.of("in " + NumberWords.join(NumberWords.runs(days.months(), DayWords::month)));
  }

  Optional<String> year() {
    return days.years().listed().map(DayWords::years);
  }

  private String monthDays() {
    MonthDays field = days.monthDays();
    List<String> parts = new ArrayList<>();
    if (field.days() == ALL_DAYS) {
      parts.add("every day");
    } else if (field.days() != 0) {
      parts.add(NumberWords.part("day", field.days()));
    }
    for (int day = 1; day <= 31; day++) {
      if (Bits.has(field.nearestWeekday(), day)) {
        parts.add("the weekday (Monday to Friday) nearest to day " + day);
      }
    }
    for (int before = 30; before >= 0; before--) {
      if (Bits.has(field.beforeLast(), before)) {
        parts.add(beforeLast(before));
      }
      if (Bits.has(field.weekdayBeforeLast(), before)) {
        parts.add(
            before == 0
                ? "the last weekday (Monday to Friday)"
                : "the weekday (Monday to Friday) nearest to " + beforeLast(before));
      }
    }
    return "on " + NumberWords.join(parts) + " of the month";
  }

  private static String beforeLast(int days) {
    return switch (days) {
      case 0 -> "the last day";
      case 1 -> "the day before the last day";
      default -> "the day " + days + " days before the last day";
    };
  }

  private String weekdays() {
    Weekdays field = days.weekdays();
    if (field.days() == ALL_WEEKDAYS) {
      return "on every day of the week";
    }
    List<String> parts = new ArrayList<>();
    if (field.days() != 0) {
      parts.addAll(NumberWords.runs(mondayFirst(field.days()), DayWords::weekday));
    }
    for (int weekday = 1; weekday <= 7; weekday++) {
      for (int n = 1; n <= Weekdays.LAST; n++) {
        if (Bits.has(field.ordinals(), Weekdays.ordinal(weekday % 7, n))) {
          parts.add("the " + ORDINALS.get(n - 1) + " " + weekday(weekday) + " of the month");
        }
      }
    }
    return "on " + NumberWords.join(parts);
  }

  /** Moves Sunday from 0 to 7, where English ends the week. */
  private static long mondayFirst(int weekdays) {
    return (weekdays & ~1) | (weekdays & 1) << 7;
  }

  private static String weekday(int number) {
    return DayOfWeek.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String month(int number) {
    return Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String years(BitSet listed) {
    List<String> runs = new ArrayList<>();
    int first = listed.nextSetBit(0);
    while (first >= 0) {
      int last = listed.nextClearBit(first) - 1;
      runs.add(first == last ? String.valueOf(first) : first + " to " + last);
      first = listed.nextSetBit(last + 1);
    }
    return "in " + NumberWords.join(runs);
  }
}
