package dev.carillon.core.cron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says the times of a day, from the sets themselves, so that the words hold however it was written.
 */
final class TimeWords {
  private static final int MOST_LISTED = 6;
  private static final long ALL_SIXTY = (1L << 60) - 1;
  private static final long ALL_HOURS = (1L << 24) - 1;

  private final TimeSet times;

  TimeWords(TimeSet times) {
    this.times = times;
  }

  /** Said where nothing says the days, unless the times walk through them anyway. */
  Optional<String> everyDay() {
    return isListed() ? Optional.of("every day") : Optional.empty();
  }

  String words() {
    if (isListed()) {
      return "at " + NumberWords.join(list());
    }
    int stepOfSeconds = NumberWords.evenStepOfSixty(times.seconds());
    int stepOfMinutes = NumberWords.evenStepOfSixty(times.minutes());
    boolean hoursInARow = NumberWords.runLength(times.hours()) == Long.bitCount(times.hours());
    int stepOfHours = NumberWords.step(times.hours());
    if (hoursInARow && times.minutes() == ALL_SIXTY && isBelow(stepOfSeconds)) {
      return every(stepOfSeconds, "second");
    }
    if (hoursInARow && isOnTheMinute() && isBelow(stepOfMinutes)) {
      return every(stepOfMinutes, "minute");
    }
    if (stepOfHours > 0 && isOnTheMinute() && Long.bitCount(times.minutes()) == 1) {
      return every(stepOfHours, "hour");
    }
    return nested();
  }

  private boolean isListed() {
    return times.perDay() <= MOST_LISTED;
  }

  private static boolean isBelow(int stepOfSixty) {
    return stepOfSixty > 0 && stepOfSixty < 60;
  }

  private List<String> list() {
    List<String> list = new ArrayList<>();
    for (int time = times.first(); time != TimeSet.NONE; time = times.atOrAfter(time + 1)) {
      list.add(clock(time));
      if (time == times.last()) {
        break;
      }
    }
    return list;
  }

  /** An even walk through the day, with its first and last time unless it fills the day. */
  private String every(int step, String unit) {
    String walk = step == 1 ? "every " + unit : "every " + step + " " + unit + "s";
    boolean allDay = times.hours() == ALL_HOURS && times.first() == 0;
    return allDay ? walk : walk + " from " + clock(times.first()) + " to " + clock(times.last());
  }

  private String nested() {
    List<String> parts = new ArrayList<>();
    if (!isOnTheMinute()) {
      parts.add(sixty("second", times.seconds()));
    }
    parts.add(sixty("minute", times.minutes()));
    if (times.hours() != ALL_HOURS) {
      parts.add(NumberWords.part("hour", times.hours()));
    } else if (times.minutes() != ALL_SIXTY) {
      parts.add("every hour");
    }
    return "at " + String.join(" of ", parts);
  }

  private static String sixty(String unit, long set) {
    return set == ALL_SIXTY ? "every " + unit : NumberWords.part(unit, set);
  }

  private boolean isOnTheMinute() {
    return times.seconds() == 1;
  }

  private String clock(int secondOfDay) {
    String minutes = two(secondOfDay / 3600) + ":" + two(secondOfDay / 60 % 60);
    return isOnTheMinute() ? minutes : minutes + ":" + two(secondOfDay % 60);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
