/** Calendars on the wire. */
@NullMarked
package dev.carillon.api.calendars;

import org.jspecify.annotations.NullMarked;
