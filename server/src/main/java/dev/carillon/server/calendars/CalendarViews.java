package dev.carillon.server.calendars;

import dev.carillon.api.calendars.CalendarPart;
import dev.carillon.api.calendars.CalendarView;
import dev.carillon.core.calendar.Calendar.Content;
import dev.carillon.core.calendar.Calendar.Place;
import dev.carillon.engine.store.NamedCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What people read of a calendar. */
final class CalendarViews {
  private CalendarViews() {}

  /** Of whom it is. */
  record Beside(String owner, String tenantId) {}

  /** A calendar in a list, without the text of a file. */
  static CalendarView row(NamedCalendar named, Beside beside) {
    return view(named, Optional.empty(), beside);
  }

  /** A calendar whole. */
  static CalendarView whole(NamedCalendar named, Beside beside) {
    var text =
        named.calendar().content() instanceof Content.Events(var ics, _)
            ? Optional.of(ics)
            : Optional.<String>empty();
    return view(named, text, beside);
  }

  private static CalendarView view(NamedCalendar named, Optional<String> ics, Beside beside) {
    var content = named.calendar().content();
    var place = place(content);
    return new CalendarView(
        named.name(),
        type(content),
        named.calendar().zone().map(ZoneId::getId),
        dates(content).map(dates -> dates.stream().map(LocalDate::toString).toList()),
        content instanceof Content.Weekly(var parts)
            ? Optional.of(
                parts.stream()
                    .map(part ->
                        new CalendarPart(
                            days(part.days()), part.from().toString(), part.to().toString()))
                    .toList())
            : Optional.empty(),
        content instanceof Content.BusinessDays business
            ? Optional.of(days(business.days()))
            : Optional.empty(),
        place.map(Place::country),
        place.map(Place::region).filter(region -> !region.isEmpty()),
        ics,
        beside.owner(),
        beside.tenantId(),
        named.createdAt(),
        named.updatedAt());
  }

  private static String type(Content content) {
    return switch (content) {
      case Content.Dates _ -> "dates";
      case Content.Weekly _ -> "weekly";
      case Content.Holidays _ -> "holidays";
      case Content.BusinessDays _ -> "business_days";
      case Content.Events _ -> "ics";
    };
  }

  private static Optional<Place> place(Content content) {
    return switch (content) {
      case Content.Holidays(var place, _) -> Optional.of(place);
      case Content.BusinessDays(_, var place, _) -> place;
      case Content.Dates _, Content.Weekly _, Content.Events _ -> Optional.empty();
    };
  }

  private static Optional<Collection<LocalDate>> dates(Content content) {
    return switch (content) {
      case Content.Dates(var at) -> Optional.of(at);
      case Content.Holidays(_, var at) -> Optional.of(at);
      case Content.BusinessDays(_, _, var at) -> Optional.of(at);
      case Content.Weekly _, Content.Events _ -> Optional.empty();
    };
  }

  private static List<String> days(Collection<DayOfWeek> days) {
    return days.stream().sorted().map(CalendarReading::word).toList();
  }
}
