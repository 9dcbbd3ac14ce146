/**
 * Named calendars: which days and hours they cover, as stretches of time on the clock of a zone.
 */
@NullMarked
package dev.carillon.core.calendar;

import org.jspecify.annotations.NullMarked;
