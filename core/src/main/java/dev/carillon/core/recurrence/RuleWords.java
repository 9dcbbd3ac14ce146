package dev.carillon.core.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the one sentence that says what a rule means, part by part, so that it leaves none out. */
final class RuleWords {
  /** More clock times than these are said as hours, minutes and seconds. */
  private static final int MOST_TIMES = 6;

  private final Rule rule;
  private final Rule filled;
  private final LocalDateTime start;

  RuleWords(Rule rule, LocalDateTime start) {
    this.rule = rule;
    this.filled = Filling.of(rule, start.toLocalDate());
    this.start = start;
  }

  String sentence() {
    var phrases = new ArrayList<String>();
    var unit = rule.frequency().unit();
    phrases.add(
        rule.interval() == 1 ? "Every " + unit : "Every " + rule.interval() + " " + unit + "s");
    month().ifPresent(phrases::add);
    places(Part.BYWEEKNO, "in the ", " week of the year").ifPresent(phrases::add);
    places(Part.BYYEARDAY, "on the ", " day of the year").ifPresent(phrases::add);
    places(Part.BYMONTHDAY, "on the ", " day of the month").ifPresent(phrases::add);
    weekdays().ifPresent(phrases::add);
    phrases.addAll(times());
    places(Part.BYSETPOS, "of these only the ", " in each " + unit).ifPresent(phrases::add);
    phrases.add("counted from " + start.toLocalDate() + " " + start.toLocalTime());
    rule.count().ifPresent(count -> phrases.add(count == 1 ? "once" : count + " times"));
    rule.until().ifPresent(until -> phrases.add("until " + until.words()));
    return String.join(", ", phrases) + ".";
  }

  private Optional<String> month() {
    var months =
        filled.numbers(Part.BYMONTH).stream()
            .map(month -> Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();
    return months.isEmpty() ? Optional.empty() : Optional.of("in " + join(months));
  }

  private Optional<String> places(Part part, String before, String after) {
    var places = filled.numbers(part).stream().map(RuleWords::place).toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(before + String.join(" and the ", places) + after);
  }

  private Optional<String> weekdays() {
    if (filled.weekdays().isEmpty()) {
      return Optional.empty();
    }
    var days =
        filled.weekdays().stream()
            .map(day ->
                day.ordinal() == 0
                    ? name(day.day())
                    : "the " + place(day.ordinal()) + " " + name(day.day()))
            .toList();
    var inYear = rule.frequency() == Frequency.YEARLY && !rule.has(Part.BYMONTH);
    var numbered = filled.weekdays().stream().anyMatch(day -> day.ordinal() != 0);
    var within = numbered ? " of the " + (inYear ? "year" : "month") : "";
    var narrows = rule.has(Part.BYMONTHDAY) || rule.has(Part.BYYEARDAY);
    return Optional.of((narrows ? "only on " : "on ") + join(days) + within);
  }

  private List<String> times() {
    var hours = filled.numbersOr(Part.BYHOUR, start.getHour());
    var minutes = filled.numbersOr(Part.BYMINUTE, start.getMinute());
    var seconds = filled.numbersOr(Part.BYSECOND, start.getSecond());
    if (!rule.frequency().isFine()
        && hours.size() * minutes.size() * seconds.size() <= MOST_TIMES) {
      var times = new ArrayList<String>();
      for (var hour : hours) {
        for (var minute : minutes) {
          seconds.forEach(second -> times.add(LocalTime.of(hour, minute, second).toString()));
        }
      }
      return List.of("at " + join(times));
    }
    var phrases = new ArrayList<String>();
    if (rule.has(Part.BYHOUR) || !rule.frequency().isFine()) {
      phrases.add(numbers("hour", hours));
    }
    if (rule.has(Part.BYMINUTE) || rule.frequency().compareTo(Frequency.HOURLY) >= 0) {
      phrases.add(numbers("minute", minutes));
    }
    if (rule.has(Part.BYSECOND) || rule.frequency() != Frequency.SECONDLY) {
      phrases.add(numbers("second", seconds));
    }
    return phrases;
  }

  private static String numbers(String unit, Collection<Integer> numbers) {
    return "in "
        + unit
        + (numbers.size() == 1 ? " " : "s ")
        + join(numbers.stream().map(String::valueOf).toList());
  }

  /** {@code 1st}, {@code last}, {@code 2nd to last}. */
  private static String place(int place) {
    if (place == -1) {
      return "last";
    }
    return place < 0 ? ordinal(-place) + " to last" : ordinal(place);
  }

  private static String ordinal(int number) {
    var teen = number % 100 / 10 == 1;
    return number
        + switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String join(List<String> words) {
    if (words.size() == 1) {
      return words.getFirst();
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
