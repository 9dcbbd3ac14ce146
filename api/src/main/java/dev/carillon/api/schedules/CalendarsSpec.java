package dev.carillon.api.schedules;

import java.util.List;
import java.util.Optional;

/** The named calendars that say when a schedule may run, and what becomes of other times. */
public record CalendarsSpec(
    Optional<List<String>> include, Optional<List<String>> exclude, Optional<String> onExcluded) {}
