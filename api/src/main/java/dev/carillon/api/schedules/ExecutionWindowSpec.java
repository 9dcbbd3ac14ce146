package dev.carillon.api.schedules;

import java.util.Optional;

/**
 * The part of each day in which occurrences may start, and what becomes of the others.
 *
 * @param from when it opens, such as 09:00
 * @param zone of its clock; without one, that of the trigger
 */
public record ExecutionWindowSpec(
    String from, String to, Optional<String> zone, Optional<String> outside) {}
