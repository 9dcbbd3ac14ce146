package dev.carillon.core.recurrence;

import java.time.DayOfWeek;

/**
 * A day of the week, or one of them in a month or year.
 *
 * @param ordinal 0 for each of them; 2 for the second, -1 for the last
 */
record Weekday(int ordinal, DayOfWeek day) {}
