package dev.carillon.api.calendars;

import java.util.List;

/** A part of some days of the week. */
public record CalendarPart(List<String> days, String from, String to) {}
