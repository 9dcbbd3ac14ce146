/** Schedules on the wire. */
@NullMarked
package dev.carillon.api.schedules;

import org.jspecify.annotations.NullMarked;
