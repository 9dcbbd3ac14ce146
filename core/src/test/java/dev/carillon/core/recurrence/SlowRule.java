package dev.carillon.core.recurrence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A slow reading of RFC 5545 that shares no code with the engine: it steps over every day, writes
 * out all its times, asks each part, and gathers what is left into periods. Weeks begin on Monday,
 * and only what the tests' rules use is read.
 */
final class SlowRule {
  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, List<Integer>> numbers = new HashMap<>();
  private final LocalDateTime start;
  private final String frequency;

  SlowRule(String rule, LocalDateTime start) {
    for (var part : rule.split(";", -1)) {
      var equals = part.indexOf('=');
      parts.put(part.substring(0, equals), part.substring(equals + 1));
    }
    this.start = start;
    this.frequency = parts.getOrDefault("FREQ", "");
  }

  /** All local times from the start to before this time. */
  List<LocalDateTime> localUntil(LocalDateTime end) {
    var periods = new TreeMap<Long, List<LocalDateTime>>();
    // BYSETPOS asks for whole periods, also before the start and behind the end.
    var last = end.toLocalDate().plusDays(longest());
    for (var day = start.toLocalDate().minusDays(longest());
        day.isBefore(last);
        day = day.plusDays(1)) {
      if (day(day)) {
        for (var at : times(day)) {
          if (Math.floorMod(period(at) - period(start), interval()) == 0) {
            periods.computeIfAbsent(period(at), number -> new ArrayList<>()).add(at);
          }
        }
      }
    }
    var all = new ArrayList<LocalDateTime>();
    periods.values().forEach(period -> all.addAll(chosen(period)));
    var limit = Integer.parseInt(parts.getOrDefault("COUNT", "1000000"));
    return all.stream()
        .filter(at -> !at.isBefore(start))
        .limit(limit)
        .filter(at -> at.isBefore(end))
        .toList();
  }

  /** All instants, as java.time resolves local times: by the earlier offset, gaps shifted. */
  List<Instant> until(LocalDateTime end, ZoneId zone) {
    var instants = new TreeSet<Instant>();
    localUntil(end).forEach(at -> instants.add(ZonedDateTime.of(at, zone).toInstant()));
    return List.copyOf(instants);
  }

  private long interval() {
    return Long.parseLong(parts.getOrDefault("INTERVAL", "1"));
  }

  private int longest() {
    return switch (frequency) {
      case "YEARLY" -> 366;
      case "MONTHLY" -> 31;
      case "WEEKLY" -> 7;
      default -> 1;
    };
  }

  private long period(LocalDateTime at) {
    var epoch = LocalDateTime.of(1970, 1, 1, 0, 0);
    return switch (frequency) {
      case "SECONDLY" -> ChronoUnit.SECONDS.between(epoch, at);
      case "MINUTELY" -> Math.floorDiv(ChronoUnit.SECONDS.between(epoch, at), 60L);
      case "HOURLY" -> Math.floorDiv(ChronoUnit.SECONDS.between(epoch, at), 3600L);
      case "DAILY" -> at.toLocalDate().toEpochDay();
      case "WEEKLY" -> Math.floorDiv(at.toLocalDate().toEpochDay() + 3, 7L);
      case "MONTHLY" -> at.getYear() * 12L + at.getMonthValue();
      default -> at.getYear();
    };
  }

  private List<LocalDateTime> chosen(List<LocalDateTime> period) {
    if (!parts.containsKey("BYSETPOS")) {
      return period;
    }
    var places = new TreeSet<Integer>();
    for (var place : numbers("BYSETPOS")) {
      places.add(place > 0 ? place - 1 : period.size() + place);
    }
    return places.stream().filter(at -> at >= 0 && at < period.size()).map(period::get).toList();
  }

  private List<LocalDateTime> times(LocalDate day) {
    var fine = List.of("SECONDLY", "MINUTELY", "HOURLY").indexOf(frequency);
    var times = new ArrayList<LocalDateTime>();
    for (var hour : asked("BYHOUR", 24, fine < 0 ? start.getHour() : -1)) {
      for (var minute : asked("BYMINUTE", 60, fine < 0 || fine == 2 ? start.getMinute() : -1)) {
        for (var second : asked("BYSECOND", 60, fine != 0 ? start.getSecond() : -1)) {
          times.add(day.atTime(hour, minute, second));
        }
      }
    }
    return times;
  }

  /** Ascending: those that the part names, else this one, else all. */
  private List<Integer> asked(String part, int end, int otherwise) {
    return IntStream.range(0, end)
        .filter(number ->
            parts.containsKey(part)
                ? numbers(part).contains(number)
                : otherwise < 0 || otherwise == number)
        .boxed()
        .toList();
  }

  private boolean day(LocalDate day) {
    var names =
        parts.containsKey("BYDAY")
            || parts.containsKey("BYMONTHDAY")
            || parts.containsKey("BYYEARDAY");
    if (!names && !ofStart(day)) {
      return false;
    }
    return (!parts.containsKey("BYMONTH") || numbers("BYMONTH").contains(day.getMonthValue()))
        && place("BYMONTHDAY", day.getDayOfMonth(), day.lengthOfMonth())
        && place("BYYEARDAY", day.getDayOfYear(), day.lengthOfYear())
        && place("BYWEEKNO", day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), weeks(day))
        && (!parts.containsKey("BYDAY")
            || Arrays.stream(parts.get("BYDAY").split(",")).anyMatch(name -> weekday(name, day)));
  }

  private static int weeks(LocalDate day) {
    return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(day).getMaximum();
  }

  private boolean ofStart(LocalDate day) {
    return switch (frequency) {
      case "WEEKLY" -> day.getDayOfWeek() == start.getDayOfWeek();
      case "MONTHLY" -> day.getDayOfMonth() == start.getDayOfMonth();
      case "YEARLY" ->
          parts.containsKey("BYWEEKNO")
              ? day.getDayOfWeek() == start.getDayOfWeek()
              : day.getDayOfMonth() == start.getDayOfMonth()
                  && (parts.containsKey("BYMONTH") || day.getMonth() == start.getMonth());
      default -> true;
    };
  }

  private boolean place(String part, int place, int last) {
    return !parts.containsKey(part)
        || numbers(part).contains(place)
        || numbers(part).contains(place - last - 1);
  }

  private boolean weekday(String name, LocalDate day) {
    var letters = name.substring(name.length() - 2);
    var weekday =
        DayOfWeek.of(List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").indexOf(letters) + 1);
    if (day.getDayOfWeek() != weekday) {
      return false;
    }
    if (name.length() == 2) {
      return true;
    }
    var inYear = frequency.equals("YEARLY") && !parts.containsKey("BYMONTH");
    var same = new ArrayList<LocalDate>();
    var first = inYear ? day.withDayOfYear(1) : day.withDayOfMonth(1);
    var end = inYear ? first.plusYears(1) : first.plusMonths(1);
    for (var at = first; at.isBefore(end); at = at.plusDays(1)) {
      if (at.getDayOfWeek() == weekday) {
        same.add(at);
      }
    }
    var ordinal = Integer.parseInt(name.substring(0, name.length() - 2));
    var at = ordinal > 0 ? ordinal - 1 : same.size() + ordinal;
    return at >= 0 && at < same.size() && same.get(at).equals(day);
  }

  private List<Integer> numbers(String part) {
    return numbers.computeIfAbsent(
        part,
        name ->
            Arrays.stream(parts.getOrDefault(name, "").split(",")).map(Integer::valueOf).toList());
  }
}
