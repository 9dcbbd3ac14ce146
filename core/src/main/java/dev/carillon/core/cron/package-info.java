/**
 * Reads a cron line, says it in words, and finds the instants at which it fires in a zone.
 *
 * <p>In reading order: {@link dev.carillon.core.cron.CronExpression} is a line that was understood
 * ({@code Line} splits it, {@code FieldReader} reads one field). {@code TimeSet} holds the times of
 * a day and {@code DaySet} the days of a month as bits, {@code LocalTimes} joins the two on a clock
 * that never changes, and {@code Stretch} lays that clock on a piece of time with one UTC offset.
 * {@link dev.carillon.core.cron.CronTimes} walks from stretch to stretch.
 */
@NullMarked
package dev.carillon.core.cron;

import org.jspecify.annotations.NullMarked;
