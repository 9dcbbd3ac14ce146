package dev.carillon.server.calendars;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.carillon.core.calendar.Calendar.Place;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public holidays of countries and their parts, as Jollyday knows them. They are computed when
 * a calendar is saved and kept with it: every node then has the same, whatever version of the
 * library it carries.
 */
final class PublicHolidays {
  /** Years beyond this one that are computed. */
  private static final int YEARS = 30;

  private static final Pattern CODE = Pattern.compile("[a-z]{2}");

  private PublicHolidays() {}

  /** What is wrong with a place: nobody knows the country, or that part of it. */
  static Optional<String> fault(Place place) {
    if (!isKnown(place.country())) {
      return Optional.of(
          "the holidays of "
              + place.country()
              + " are not known; give the ISO 3166 code of a country, such as de");
    }
    var regions = regions(place.country()).getChildren().keySet();
    if (!place.region().isEmpty() && !regions.contains(place.region())) {
      return Optional.of(
          place.country()
              + " has no part "
              + place.region()
              + " with holidays of its own; it is one of: "
              + new TreeSet<>(regions));
    }
    return Optional.empty();
  }

  /** The dates of a place from the year before this one on, also those that are kept instead. */
  static NavigableSet<LocalDate> of(Place place, Year now) {
    var manager = manager(place.country());
    var parts = place.region().isEmpty() ? new String[0] : new String[] {place.region()};
    var dates = new TreeSet<LocalDate>();
    IntStream.rangeClosed(-1, YEARS)
        .mapToObj(now::plusYears)
        .map(year -> manager.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, parts))
        .flatMap(Collection::stream)
        .flatMap(PublicHolidays::dates)
        .forEach(dates::add);
    return dates;
  }

  private static Stream<LocalDate> dates(Holiday holiday) {
    return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
  }

  private static boolean isKnown(String country) {
    return CODE.matcher(country).matches()
        && HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .anyMatch(Predicate.isEqual(country));
  }

  private static CalendarHierarchy regions(String country) {
    return manager(country).getCalendarHierarchy();
  }

  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country));
  }
}
