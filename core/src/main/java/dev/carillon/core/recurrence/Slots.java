package dev.carillon.core.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.LongStream;

/**
 * The row of slots of a rule, numbered from that of its start: its years, months, weeks or days,
 * every nth of them. A rule of hours, minutes or seconds has all days, and its {@link Times} know
 * the step.
 */
final class Slots {
  /** So many days lead past every search, and no calendar bears many more years than these. */
  private static final int FARTHEST = 200_000;

  private final Rule rule;
  private final Days days;
  private final Times times;
  private final LocalDate first;
  private final int every;

  Slots(Rule rule, LocalDateTime start) {
    this.rule = rule;
    var day = start.toLocalDate();
    days = Days.of(rule, day);
    times = Times.of(rule, start);
    first = beginning(day);
    every = rule.frequency().isFine() ? 1 : Math.min(rule.interval(), FARTHEST);
  }

  /** The slot that began last by this day. */
  long of(long day) {
    var begun = beginning(LocalDate.ofEpochDay(day));
    return Math.floorDiv(unit().between(first, begun), (long) every);
  }

  /** The day with which a slot begins. */
  long firstDay(long slot) {
    return first.plus(slot * every, unit()).toEpochDay();
  }

  Slot slot(long number) {
    var from = first.plus(number * every, unit());
    var itsDays =
        LongStream.range(from.toEpochDay(), from.plus(1, unit()).toEpochDay())
            .filter(this::isOn)
            .toArray();
    return rule.has(Part.BYSETPOS) && !rule.frequency().isFine()
        ? Slot.Chosen.of(rule, itsDays, times)
        : new Slot.Whole(itsDays, times);
  }

  private boolean isOn(long day) {
    return times.isOn(day) && days.has(LocalDate.ofEpochDay(day));
  }

  private LocalDate beginning(LocalDate day) {
    return switch (rule.frequency()) {
      case SECONDLY, MINUTELY, HOURLY, DAILY -> day;
      case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(rule.weekStart()));
      case MONTHLY -> YearMonth.from(day).atDay(1);
      case YEARLY -> day.withDayOfYear(1);
    };
  }

  private ChronoUnit unit() {
    return switch (rule.frequency()) {
      case SECONDLY, MINUTELY, HOURLY, DAILY -> ChronoUnit.DAYS;
      case WEEKLY -> ChronoUnit.WEEKS;
      case MONTHLY -> ChronoUnit.MONTHS;
      case YEARLY -> ChronoUnit.YEARS;
    };
  }
}
