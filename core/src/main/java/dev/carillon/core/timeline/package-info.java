/** Moves a schedule's cursor and turns the instants it passes into launches, reasons and ranges. */
@NullMarked
package dev.carillon.core.timeline;

import org.jspecify.annotations.NullMarked;
