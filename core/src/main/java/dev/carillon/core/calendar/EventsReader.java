package dev.carillon.core.calendar;

import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.recurrence.RecurrenceParse;
import dev.carillon.core.recurrence.RecurrenceRule;
import dev.carillon.core.time.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the events of an iCalendar text (RFC 5545): VEVENT with DTSTART, DTEND or DURATION, RRULE
 * and EXDATE; what else stands in it is passed over, and what is cancelled too.
 */
public final class EventsReader {
  /** More events would make every question to them slow. */
  public static final int MOST_EVENTS = 500;

  /** The longest text, in characters. */
  public static final int LONGEST = 262_144;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  private final Map<String, Property> event = new LinkedHashMap<>();
  private final List<Property> excepted = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private boolean inside;
  private Optional<String> passedOver = Optional.empty();

  private EventsReader() {}

  /** Reads the text of a file. */
  public static EventsParse read(String text) {
    if (text.length() > LONGEST) {
      return new EventsParse.Refused("it has more than " + LONGEST + " characters");
    }
    var number = 0;
    var reader = new EventsReader();
    try {
      for (var line : unfolded(text)) {
        number++;
        reader.line(line);
      }
    } catch (Unreadable unreadable) {
      return new EventsParse.Refused("entry " + number + ": " + unreadable.getMessage());
    }
    return reader.events.isEmpty()
        ? new EventsParse.Refused("it has no VEVENT that takes place")
        : new EventsParse.Parsed(reader.events);
  }

  /** A line that begins with a blank goes on with the one before it. */
  private static List<String> unfolded(String text) {
    return text.replaceAll("\r?\n[ \t]", "").lines().filter(line -> !line.isBlank()).toList();
  }

  private void line(String line) {
    var property = Property.of(line);
    if (passedOver.isPresent()) {
      passedOver = passedOver.filter(part -> !line.equals("END:" + part));
      return;
    }
    switch (property.name()) {
      case "BEGIN" -> begin(property.value());
      case "END" -> end(property.value());
      case "EXDATE" -> excepted.add(property);
      default -> event.putIfAbsent(property.name(), property);
    }
  }

  /** A part of an event, such as an alarm, has properties of the same names. */
  private void begin(String what) {
    if (inside) {
      passedOver = Optional.of(what);
    } else if (what.equals("VEVENT")) {
      inside = true;
      event.clear();
      excepted.clear();
    }
  }

  private void end(String what) {
    if (!what.equals("VEVENT") || !inside) {
      return;
    }
    inside = false;
    if (said("STATUS").filter(status -> status.value().equals("CANCELLED")).isPresent()) {
      return;
    }
    if (events.size() == MOST_EVENTS) {
      throw new Unreadable("it has more than " + MOST_EVENTS + " events");
    }
    events.add(event());
  }

  private Event event() {
    var begin = said("DTSTART").orElseThrow(() -> new Unreadable("a VEVENT has a DTSTART"));
    var start = begin.time();
    var rule = said("RRULE").map(property -> rule(property.value()));
    if (rule.isPresent() && !Recurrence.canStart(start.toInstant(ZoneOffset.UTC))) {
      throw new Unreadable("DTSTART: a rule begins in the years 1900 to 2399");
    }
    var length = length(begin, start);
    if (length.days() < 0 || length.rest().isNegative()) {
      throw new Unreadable("DTEND: it lies before DTSTART");
    }
    return new Event(start, begin.zone(), length.days(), length.rest(), rule, except());
  }

  private record Length(int days, Duration rest) {}

  /** Without an end, a date lasts a day and a time is over at once. */
  private Length length(Property begin, LocalDateTime start) {
    var end = said("DTEND");
    var duration = said("DURATION");
    if (end.isPresent()) {
      var until = end.get().time();
      if (begin.isDate()) {
        return new Length(Math.clamp(days(start, until), -1, 36_500), Duration.ZERO);
      }
      var from = start.atZone(begin.zone().orElse(ZoneOffset.UTC));
      var to = until.atZone(end.get().zone().or(begin::zone).orElse(ZoneOffset.UTC));
      return new Length(0, Duration.between(from, to));
    }
    if (duration.isPresent()) {
      return new Length(0, duration(duration.get().value()));
    }
    return new Length(begin.isDate() ? 1 : 0, Duration.ZERO);
  }

  private static long days(LocalDateTime from, LocalDateTime to) {
    return to.toLocalDate().toEpochDay() - from.toLocalDate().toEpochDay();
  }

  private static Duration duration(String text) {
    try {
      var weeks = text.matches("P[0-9]{1,3}W");
      return weeks
          ? Duration.ofDays(7L * Integer.parseInt(text.substring(1, text.length() - 1)))
          : Duration.parse(text);
    } catch (DateTimeParseException odd) {
      throw new Unreadable("DURATION: " + text + " is not like PT1H30M or P1D");
    }
  }

  private static RecurrenceRule rule(String text) {
    return switch (RecurrenceRule.parse(text)) {
      case RecurrenceParse.Parsed(var rule) -> rule;
      case RecurrenceParse.Refused(var message) -> throw new Unreadable("RRULE: " + message);
    };
  }

  private Set<LocalDateTime> except() {
    var at = new HashSet<LocalDateTime>();
    for (var property : excepted) {
      for (var value : property.value().split(",", -1)) {
        at.add(property.with(value).time());
      }
    }
    return at;
  }

  private Optional<Property> said(String name) {
    return Optional.ofNullable(event.get(name));
  }

  /** A line of the text: a name with parameters, and a value. */
  private record Property(String name, Map<String, String> parameters, String value) {
    static Property of(String line) {
      var colon = colon(line);
      var parts = line.substring(0, colon).split(";", -1);
      var parameters = new LinkedHashMap<String, String>();
      for (var i = 1; i < parts.length; i++) {
        var pair = parts[i].split("=", 2);
        parameters.put(
            pair[0].toUpperCase(Locale.ROOT), pair.length > 1 ? pair[1].replace("\"", "") : "");
      }
      return new Property(
          parts[0].toUpperCase(Locale.ROOT), parameters, line.substring(colon + 1).strip());
    }

    /** The first colon that is not quoted. */
    private static int colon(String line) {
      var quoted = false;
      for (var i = 0; i < line.length(); i++) {
        quoted ^= line.charAt(i) == '"';
        if (line.charAt(i) == ':' && !quoted) {
          return i;
        }
      }
      throw new Unreadable("no colon in " + line.substring(0, Math.min(40, line.length())));
    }

    Property with(String other) {
      return new Property(name, parameters, other.strip());
    }

    boolean isDate() {
      return value.length() == DATE_LENGTH;
    }

    private static final int DATE_LENGTH = 8;

    Optional<ZoneId> zone() {
      if (value.endsWith("Z")) {
        return Optional.of(ZoneOffset.UTC);
      }
      var named = Optional.ofNullable(parameters.get("TZID"));
      if (named.isPresent() && Zones.named(named.get()).isEmpty()) {
        throw new Unreadable(name + ": the zone " + named.get() + " is not known; use IANA names");
      }
      return named.flatMap(Zones::named);
    }

    LocalDateTime time() {
      var text = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
      try {
        return isDate()
            ? LocalDate.parse(text, DATE).atStartOfDay()
            : LocalDateTime.parse(text, TIME);
      } catch (DateTimeException odd) {
        throw new Unreadable(name + ": " + value + " is not like 20270131 or 20270131T090000Z");
      }
    }
  }

  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }
}
