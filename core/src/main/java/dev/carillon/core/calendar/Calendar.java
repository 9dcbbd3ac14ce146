package dev.carillon.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Days and hours that somebody has given a name, to run only then or never then.
 *
 * @param zone on whose clock they lie; empty means that of the schedule which uses it
 */
public record Calendar(Content content, Optional<ZoneId> zone) {
  /** More dates or parts would make one calendar too large. */
  public static final int MOST = 5_000;

  /** What a calendar covers. */
  public sealed interface Content {
    /** These dates, whole. */
    record Dates(NavigableSet<LocalDate> at) implements Content {
      public Dates {
        at = sorted(at);
      }
    }

    /** These parts of each week. */
    record Weekly(List<Part> parts) implements Content {
      public Weekly {
        parts = List.copyOf(parts);
        requireSome(parts, "parts");
      }
    }

    /** The public holidays of a place, as they were known when it was saved. */
    record Holidays(Place place, NavigableSet<LocalDate> at) implements Content {
      public Holidays {
        at = sorted(at);
      }
    }

    /** These days of each week, without the holidays of a place. */
    record BusinessDays(
        Set<DayOfWeek> days, Optional<Place> place, NavigableSet<LocalDate> holidays)
        implements Content {
      public BusinessDays {
        days = Set.copyOf(days);
        holidays = sorted(holidays);
        requireSome(days, "days");
      }
    }

    /** The events of an iCalendar file (RFC 5545). */
    record Events(String text, List<Event> events) implements Content {
      public Events {
        events = List.copyOf(events);
      }
    }
  }

  /** A part of some days of the week; one that ends as it begins or earlier goes over midnight. */
  public record Part(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public Part {
      days = Set.copyOf(days);
      requireSome(days, "days");
    }
  }

  /**
   * A country and perhaps a part of it.
   *
   * @param country by its ISO 3166 code in lower case, such as de
   * @param region such as by, for Bavaria; empty for all of it
   */
  public record Place(String country, String region) {}

  /** What it covers for a schedule with the clock of this zone. */
  public Cover in(ZoneId schedule) {
    var clock = zone.orElse(schedule);
    return switch (content) {
      case Content.Dates(var at) -> new DatesCover(at, clock);
      case Content.Holidays(_, var at) -> new DatesCover(at, clock);
      case Content.BusinessDays(var days, _, var holidays) ->
          new BusinessCover(days, holidays, clock);
      case Content.Weekly(var parts) -> new WeeklyCover(parts, clock);
      case Content.Events(_, var events) -> EventsCover.of(events, clock);
    };
  }

  private static NavigableSet<LocalDate> sorted(Collection<LocalDate> dates) {
    if (dates.size() > MOST) {
      throw new IllegalArgumentException("a calendar has at most " + MOST + " dates");
    }
    return Collections.unmodifiableNavigableSet(new TreeSet<>(dates));
  }

  private static void requireSome(Collection<?> some, String what) {
    if (some.isEmpty()) {
      throw new IllegalArgumentException("a calendar has some " + what);
    }
  }
}
