/** A schedule, its trigger and its policies. */
@NullMarked
package dev.carillon.core.schedule;

import org.jspecify.annotations.NullMarked;
