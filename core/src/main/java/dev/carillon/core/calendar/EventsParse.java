package dev.carillon.core.calendar;

import java.util.List;

/** What came of reading an iCalendar text. */
public sealed interface EventsParse {
  /** Its events, without those that are cancelled. */
  record Parsed(List<Event> events) implements EventsParse {
    public Parsed {
      events = List.copyOf(events);
    }
  }

  /** It cannot be read; the message names the line. */
  record Refused(String message) implements EventsParse {}
}
