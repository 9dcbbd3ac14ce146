/**
 * Reads a recurrence rule (RFC 5545, RRULE) and finds the instants at which it is due in a zone.
 *
 * <p>In reading order: {@code Rule} is a rule that was understood ({@code RuleReader} reads it). A
 * rule is a row of slots, each a year, a month, a week or a day: {@code Days} tells which days of a
 * slot count, {@code Times} which times of such a day, and {@code Slot} joins the two. {@code
 * LocalRule} walks from slot to slot on a clock that never changes, {@code Segment} lays that clock
 * on a piece of time with one UTC offset, and {@link dev.carillon.core.recurrence.Recurrence} walks
 * from segment to segment.
 */
@NullMarked
package dev.carillon.core.recurrence;

import org.jspecify.annotations.NullMarked;
