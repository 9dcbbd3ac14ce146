package dev.carillon.testkit.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands an explanation as a careful reader of English would, knowing nothing of cron. */
final class WordsReader {
  private static final String CLOCK = "(\\d\\d:\\d\\d(?::\\d\\d)?)";
  private static final Pattern WALK =
      Pattern.compile(
          "every (?:(\\d+) )?(second|minute|hour)s?(?: from " + CLOCK + " to " + CLOCK + ")?");
  private static final Pattern SERIES =
      Pattern.compile("every (\\d+)(?:st|nd|rd|th) \\w+ from (\\d+) to (\\d+)");
  private static final Pattern DAY_NAME = Pattern.compile("[A-Z][a-z]+day");
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  private final Predicate<LocalTime> times;
  private final Predicate<LocalDate> days;

  private WordsReader(Predicate<LocalTime> times, Predicate<LocalDate> days) {
    this.times = times;
    this.days = days;
  }

  static WordsReader read(String words) {
    String rest = words.replace("Never, as there is no such day: ", "").replaceFirst("\\.$", "");
    Predicate<LocalDate> days = date -> true;
    Matcher year = Pattern.compile("(.*), in (\\d.*)").matcher(rest);
    if (year.matches()) {
      IntPredicate years = numbers(year.group(2));
      days = days.and(date -> years.test(date.getYear()));
      rest = year.group(1);
    }
    Matcher month = Pattern.compile("(.*), in ([A-Z].*)").matcher(rest);
    if (month.matches()) {
      Predicate<Month> months =
          named(month.group(2), name -> Month.valueOf(name.toUpperCase(Locale.ROOT)));
      days = days.and(date -> months.test(date.getMonth()));
      rest = month.group(1);
    }
    Matcher day = Pattern.compile("(.*?), (on .*|every day)").matcher(rest);
    if (day.matches()) {
      days = days.and(day(day.group(2)));
      rest = day.group(1);
    }
    return new WordsReader(
        time(rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1)), days);
  }

  boolean saysDay(LocalDate day) {
    return days.test(day);
  }

  boolean saysTime(LocalTime time) {
    return times.test(time);
  }

  private static Predicate<LocalTime> time(String words) {
    Matcher walk = WALK.matcher(words);
    if (walk.matches()) {
      return walk(walk);
    }
    String at = words.substring("at ".length());
    if (at.contains(":")) {
      List<LocalTime> listed = split(at).stream().map(LocalTime::parse).toList();
      return listed::contains;
    }
    IntPredicate seconds = second -> second == 0;
    IntPredicate minutes = minute -> true;
    IntPredicate hours = hour -> true;
    for (String part : at.split(" of ", -1)) {
      IntPredicate numbers = numbers(part.replaceFirst("^(second|minute|hour)s? ", ""));
      if (part.contains("second")) {
        seconds = numbers;
      } else if (part.contains("minute")) {
        minutes = numbers;
      } else {
        hours = numbers;
      }
    }
    IntPredicate s = seconds;
    IntPredicate m = minutes;
    IntPredicate h = hours;
    return time -> s.test(time.getSecond()) && m.test(time.getMinute()) && h.test(time.getHour());
  }

  private static Predicate<LocalTime> walk(Matcher walk) {
    int unit =
        switch (walk.group(2)) {
          case "second" -> 1;
          case "minute" -> 60;
          default -> 3600;
        };
    int step = unit * (walk.group(1) == null ? 1 : Integer.parseInt(walk.group(1)));
    int from = walk.group(3) == null ? 0 : LocalTime.parse(walk.group(3)).toSecondOfDay();
    int to = walk.group(4) == null ? 86_399 : LocalTime.parse(walk.group(4)).toSecondOfDay();
    return time -> {
      int second = time.toSecondOfDay();
      return second >= from && second <= to && (second - from) % step == 0;
    };
  }

  private static Predicate<LocalDate> day(String words) {
    if (words.equals("every day")) {
      return date -> true;
    }
    Matcher either = Pattern.compile("(on .*) or (on .*)").matcher(words);
    if (either.matches()) {
      return day(either.group(1)).or(day(either.group(2)));
    }
    Matcher both = Pattern.compile("(on .*), but only (on .*)").matcher(words);
    if (both.matches()) {
      return day(both.group(1)).and(day(both.group(2)));
    }
    String plain = words.substring("on ".length()).replace(" (Monday to Friday)", "");
    if (DAY_NAME.matcher(plain).find() || plain.equals("every day of the week")) {
      return weekdays(plain);
    }
    return monthDays(plain.replaceFirst(" of the month$", ""));
  }

  private static Predicate<LocalDate> weekdays(String words) {
    Predicate<LocalDate> any = date -> words.equals("every day of the week");
    for (String part : split(words)) {
      Matcher nth = Pattern.compile("the (\\w+) (\\w+day) of the month").matcher(part);
      if (nth.matches()) {
        DayOfWeek day = weekday(nth.group(2));
        int n = ORDINALS.indexOf(nth.group(1)) + 1;
        any =
            any.or(
                n == 0
                    ? date -> date.equals(date.with(TemporalAdjusters.lastInMonth(day)))
                    : date -> date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(n, day))));
      } else if (DAY_NAME.matcher(part).lookingAt()) {
        Predicate<DayOfWeek> named = named(part, WordsReader::weekday);
        any = any.or(date -> named.test(date.getDayOfWeek()));
      }
    }
    return any;
  }

  private static Predicate<LocalDate> monthDays(String words) {
    Predicate<LocalDate> any = date -> words.startsWith("every day");
    for (String part : split(words)) {
      any = any.or(monthDay(part.replaceFirst("^days? (?=\\d)", "")));
    }
    return any;
  }

  private static Predicate<LocalDate> monthDay(String part) {
    Matcher nearest = Pattern.compile("the weekday nearest to (?:day )?(.*)").matcher(part);
    if (nearest.matches()) {
      Predicate<LocalDate> wanted = monthDay(nearest.group(1));
      return date -> isNearest(date, wanted);
    }
    if (part.equals("the last weekday")) {
      return date -> isNearest(date, d -> d.getDayOfMonth() == d.lengthOfMonth());
    }
    Matcher before = Pattern.compile("the day (\\d+) days before the last day").matcher(part);
    if (before.matches()) {
      int days = Integer.parseInt(before.group(1));
      return date -> date.getDayOfMonth() == date.lengthOfMonth() - days;
    }
    return switch (part) {
      case "the last day" -> date -> date.getDayOfMonth() == date.lengthOfMonth();
      case "the day before the last day" ->
          date -> date.getDayOfMonth() == date.lengthOfMonth() - 1;
      case "every day" -> date -> true;
      default -> {
        IntPredicate numbers = numbers(part);
        yield date -> numbers.test(date.getDayOfMonth());
      }
    };
  }

  /** Whether a weekday is the nearest one in its month to a day that is wanted. */
  private static boolean isNearest(LocalDate date, Predicate<LocalDate> wanted) {
    if (date.getDayOfWeek().getValue() > 5) {
      return false;
    }
    LocalDate first = date.withDayOfMonth(1);
    return first
        .datesUntil(first.plusMonths(1))
        .filter(wanted)
        .anyMatch(day -> nearestWeekday(day).equals(date));
  }

  private static LocalDate nearestWeekday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
      case SUNDAY ->
          day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
      default -> day;
    };
  }

  private static DayOfWeek weekday(String name) {
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static <E extends Enum<E>> Predicate<E> named(
      String words, java.util.function.Function<String, E> read) {
    Predicate<E> any = value -> false;
    for (String part : split(words)) {
      List<E> ends = Arrays.stream(part.split(" to ", -1)).map(read).toList();
      any =
          any.or(value ->
              value.compareTo(ends.getFirst()) >= 0 && value.compareTo(ends.getLast()) <= 0);
    }
    return any;
  }

  /**
   * Reads {@code 1, 5 to 9 and 30}, {@code every 7th minute from 0 to 56} and {@code every hour}.
   */
  private static IntPredicate numbers(String words) {
    Matcher series = SERIES.matcher(words);
    if (series.matches()) {
      int step = Integer.parseInt(series.group(1));
      int from = Integer.parseInt(series.group(2));
      int to = Integer.parseInt(series.group(3));
      return number -> number >= from && number <= to && (number - from) % step == 0;
    }
    if (words.matches("every \\w+")) {
      return number -> true;
    }
    IntPredicate any = number -> false;
    for (String part : split(words)) {
      List<Integer> ends = Arrays.stream(part.split(" to ", -1)).map(Integer::valueOf).toList();
      any = any.or(number -> number >= ends.getFirst() && number <= ends.getLast());
    }
    return any;
  }

  private static List<String> split(String words) {
    return Arrays.asList(words.split(", | and ", -1));
  }
}
