package dev.carillon.core.recurrence;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one rule, part by part. Used once. */
final class RuleReader {
  private static final String PREFIX = "RRULE:";
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final List<String> OTHERS =
      List.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,3}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}");
  private static final Pattern WEEKDAY = Pattern.compile("([+-]?[0-9]{1,2})?([A-Z]{2})");
  private static final Pattern UNTIL = Pattern.compile("[0-9]{8}(T[0-9]{6}Z?)?");
  private static final int MOST_WEEKS = 53;

  private final String text;
  private final Map<String, String> parts = new LinkedHashMap<>();

  RuleReader(String text) {
    this.text = text;
  }

  RecurrenceParse read() {
    try {
      split();
      var rule = rule();
      RuleLimits.check(rule);
      return new RecurrenceParse.Parsed(new RecurrenceRule(text, rule));
    } catch (Unreadable unreadable) {
      return new RecurrenceParse.Refused(unreadable.words());
    }
  }

  private void split() {
    var upper = text.toUpperCase(Locale.ROOT);
    var body = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
    for (var part : body.split(";", -1)) {
      var equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw new Unreadable(
            (part.isEmpty() ? "an empty part" : part)
                + " is no part of a rule: parts look like BYDAY=MO,FR and stand between semicolons");
      }
      var name = part.substring(0, equals);
      requireKnown(name);
      if (parts.put(name, part.substring(equals + 1)) != null) {
        throw new Unreadable(name + " stands there twice");
      }
    }
  }

  private static void requireKnown(String name) {
    if (name.startsWith("DTSTART")) {
      throw new Unreadable("DTSTART stands beside the rule, in the field dtstart");
    }
    if (!OTHERS.contains(name)
        && Arrays.stream(Part.values()).noneMatch(part -> part.name().equals(name))) {
      throw new Unreadable(
          name
              + " is no part of a rule; there are "
              + String.join(", ", OTHERS)
              + " and "
              + String.join(", ", Arrays.stream(Part.values()).map(Enum::name).toList()));
    }
  }

  private Rule rule() {
    var numbers = new EnumMap<Part, NavigableSet<Integer>>(Part.class);
    for (var part : Part.values()) {
      said(part.name()).ifPresent(list -> numbers.put(part, numbers(part, list)));
    }
    var count = said("COUNT").map(amount -> amount("COUNT", amount));
    return new Rule(
        frequency(),
        said("INTERVAL").map(amount -> amount("INTERVAL", amount)).orElse(1),
        count.isPresent() ? OptionalInt.of(count.get()) : OptionalInt.empty(),
        said("UNTIL").map(RuleReader::until),
        said("WKST").map(day -> day("WKST", day)).orElse(DayOfWeek.MONDAY),
        numbers,
        said("BYDAY").map(RuleReader::weekdays).orElse(List.of()));
  }

  private Optional<String> said(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  private Frequency frequency() {
    var all = String.join(", ", Arrays.stream(Frequency.values()).map(Enum::name).toList());
    var name =
        said("FREQ").orElseThrow(() -> new Unreadable("FREQ is missing; it is one of " + all));
    return Arrays.stream(Frequency.values())
        .filter(frequency -> frequency.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Unreadable("FREQ: " + name + " is not one of " + all));
  }

  private static int amount(String name, String text) {
    if (!AMOUNT.matcher(text).matches() || Integer.parseInt(text) == 0) {
      throw new Unreadable(name + ": " + text + " is not 1 to 999999999");
    }
    return Integer.parseInt(text);
  }

  private static NavigableSet<Integer> numbers(Part part, String list) {
    var numbers = new TreeSet<Integer>();
    for (var one : list.split(",", -1)) {
      if (!NUMBER.matcher(one).matches() || !part.allows(Integer.parseInt(one))) {
        throw new Unreadable(part + ": " + shown(one) + " is not " + part.bounds());
      }
      var number = Integer.parseInt(one);
      numbers.add(part == Part.BYSECOND ? Math.min(number, 59) : number);
    }
    return numbers;
  }

  private static List<Weekday> weekdays(String list) {
    var weekdays = new ArrayList<Weekday>();
    for (var one : list.split(",", -1)) {
      var matcher = WEEKDAY.matcher(one);
      if (!matcher.matches()) {
        throw new Unreadable(
            "BYDAY: " + shown(one) + " is no day such as MO, 2TU (the second) or -1FR (the last)");
      }
      var weekday = new Weekday(ordinal(one, matcher), day("BYDAY", matcher.group(2)));
      if (!weekdays.contains(weekday)) {
        weekdays.add(weekday);
      }
    }
    return weekdays;
  }

  private static int ordinal(String one, Matcher matcher) {
    if (matcher.group(1) == null) {
      return 0;
    }
    var ordinal = Integer.parseInt(matcher.group(1));
    if (ordinal == 0 || Math.abs(ordinal) > MOST_WEEKS) {
      throw new Unreadable("BYDAY: the number in " + one + " is not 1 to 53 or -1 to -53");
    }
    return ordinal;
  }

  private static DayOfWeek day(String name, String text) {
    var day = DAYS.indexOf(text);
    if (day < 0) {
      throw new Unreadable(name + ": " + text + " is not one of " + String.join(", ", DAYS));
    }
    return DayOfWeek.of(day + 1);
  }

  private static Until until(String text) {
    if (UNTIL.matcher(text).matches()) {
      try {
        if (text.length() == "yyyymmdd".length()) {
          return new Until.Day(LocalDate.parse(text, strict("uuuuMMdd")));
        }
        var local = LocalDateTime.parse(text.replace("Z", ""), strict("uuuuMMdd'T'HHmmss"));
        return text.endsWith("Z")
            ? new Until.Moment(local.toInstant(ZoneOffset.UTC))
            : new Until.Local(local);
      } catch (DateTimeException noSuchDay) {
        throw new Unreadable("UNTIL: there is no " + text);
      }
    }
    throw new Unreadable("UNTIL: " + text + " is not like 20270131T090000Z or 20270131");
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "an empty place" : text;
  }

  /** Ends the reading from any depth; it is caught in one place, where it becomes a refusal. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String words) {
      super(words, null, false, false);
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }
}
