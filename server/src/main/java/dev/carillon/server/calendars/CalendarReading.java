package dev.carillon.server.calendars;

import dev.carillon.api.calendars.CalendarDraft;
import dev.carillon.api.calendars.CalendarPart;
import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.calendar.Calendar.Content;
import dev.carillon.core.calendar.Calendar.Part;
import dev.carillon.core.calendar.Calendar.Place;
import dev.carillon.core.calendar.EventsParse;
import dev.carillon.core.calendar.EventsReader;
import dev.carillon.core.time.Zones;
import dev.carillon.server.http.Findings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what people say about a calendar, or finds all that is wrong with it.
 *
 * @param now the year from which holidays are computed
 */
record CalendarReading(CalendarDraft draft, Year now, Findings findings) {
  /** The fields that each type of calendar has. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "dates", Set.of("dates"),
          "weekly", Set.of("parts"),
          "holidays", Set.of("country", "region"),
          "business_days", Set.of("days", "country", "region"),
          "ics", Set.of("ics"));

  private static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static final Pattern TIME = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");
  private static final int MOST_PARTS = 100;

  /** The calendar; refuses the request when something is wrong. */
  Calendar read() {
    var fields = FIELDS.get(draft.type());
    if (fields == null) {
      findings.add(
          "/type",
          "type "
              + draft.type()
              + " is not known; it is one of: "
              + new TreeSet<>(FIELDS.keySet()));
    } else {
      said().forEach((field, is) -> belongs(field, is, fields));
    }
    findings.refuseIfAny();
    var zone = zone();
    var content = content();
    findings.refuseIfAny();
    return new Calendar(content.orElseThrow(), zone);
  }

  private Map<String, Boolean> said() {
    var said = new LinkedHashMap<String, Boolean>();
    said.put("dates", draft.dates().isPresent());
    said.put("parts", draft.parts().isPresent());
    said.put("days", draft.days().isPresent());
    said.put("country", draft.country().isPresent());
    said.put("region", draft.region().isPresent());
    said.put("ics", draft.ics().isPresent());
    return said;
  }

  private void belongs(String field, boolean said, Set<String> fields) {
    if (said && !fields.contains(field)) {
      findings.add("/" + field, "a calendar of the type " + draft.type() + " has no " + field);
    }
  }

  private Optional<ZoneId> zone() {
    var zone = draft.timezone().flatMap(Zones::named);
    if (draft.timezone().isPresent() && zone.isEmpty()) {
      findings.add("/timezone", "invalid timezone: " + draft.timezone().get());
    }
    return zone;
  }

  private Optional<Content> content() {
    return switch (draft.type()) {
      case "dates" -> dates();
      case "weekly" -> weekly();
      case "holidays" -> place().map(place -> new Content.Holidays(place, holidays(place)));
      case "business_days" -> businessDays();
      default -> events();
    };
  }

  private Optional<Content> dates() {
    var texts = draft.dates().orElse(List.of());
    if (texts.isEmpty() || texts.size() > Calendar.MOST) {
      findings.add("/dates", "dates are 1 to " + Calendar.MOST + ", not " + texts.size());
      return Optional.empty();
    }
    var dates = new TreeSet<LocalDate>();
    for (var i = 0; i < texts.size(); i++) {
      date(texts.get(i), "/dates/" + i).ifPresent(dates::add);
    }
    return Optional.of(new Content.Dates(dates));
  }

  private Optional<LocalDate> date(String text, String pointer) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException odd) {
      findings.add(pointer, text + " is no date such as 2027-12-25");
      return Optional.empty();
    }
  }

  private Optional<Content> weekly() {
    var parts = draft.parts().orElse(List.of());
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      findings.add("/parts", "parts are 1 to " + MOST_PARTS + ", not " + parts.size());
      return Optional.empty();
    }
    var read = new ArrayList<Part>();
    for (var i = 0; i < parts.size(); i++) {
      part(parts.get(i), "/parts/" + i).ifPresent(read::add);
    }
    return read.size() == parts.size() ? Optional.of(new Content.Weekly(read)) : Optional.empty();
  }

  private Optional<Part> part(CalendarPart part, String pointer) {
    var days = days(part.days(), pointer + "/days");
    var from = time(part.from(), pointer + "/from");
    var to = time(part.to(), pointer + "/to");
    return days.isEmpty() || from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part(days, from.get(), to.get()));
  }

  private Optional<LocalTime> time(String text, String pointer) {
    if (!TIME.matcher(text).matches()) {
      findings.add(pointer, "a time of day is written as 09:00, to 23:59");
      return Optional.empty();
    }
    return Optional.of(LocalTime.parse(text));
  }

  private Optional<Content> businessDays() {
    var days = draft.days().map(names -> days(names, "/days")).orElse(WORKING);
    if (days.isEmpty()) {
      return Optional.empty();
    }
    if (draft.country().isEmpty() && draft.region().isEmpty()) {
      return Optional.of(new Content.BusinessDays(days, Optional.empty(), new TreeSet<>()));
    }
    return place()
        .map(place -> new Content.BusinessDays(days, Optional.of(place), holidays(place)));
  }

  private Set<DayOfWeek> days(List<String> names, String pointer) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var name : names) {
      var day = Arrays.stream(DayOfWeek.values()).filter(one -> word(one).equals(name)).findFirst();
      day.ifPresent(days::add);
      if (day.isEmpty()) {
        findings.add(pointer, name + " is no day; it is one of: MO, TU, WE, TH, FR, SA, SU");
        return Set.of();
      }
    }
    if (days.isEmpty()) {
      findings.add(pointer, "at least one day is needed, such as MO");
    }
    return days;
  }

  private Optional<Place> place() {
    var place =
        new Place(
            draft.country().orElse("").toLowerCase(Locale.ROOT),
            draft.region().orElse("").toLowerCase(Locale.ROOT));
    var fault = PublicHolidays.fault(place);
    fault.ifPresent(words -> findings.add("/country", words));
    return fault.isPresent() ? Optional.empty() : Optional.of(place);
  }

  private TreeSet<LocalDate> holidays(Place place) {
    return new TreeSet<>(PublicHolidays.of(place, now));
  }

  private Optional<Content> events() {
    var text = draft.ics().orElse("");
    return switch (EventsReader.read(text)) {
      case EventsParse.Parsed(var events) -> Optional.of(new Content.Events(text, events));
      case EventsParse.Refused(var why) -> {
        findings.add("/ics", "invalid iCalendar text: " + why);
        yield Optional.empty();
      }
    };
  }

  /** A day as RFC 5545 writes it. */
  static String word(DayOfWeek day) {
    return day.name().substring(0, 2);
  }
}
