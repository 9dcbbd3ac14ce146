/** The database's time, the offset for alarms, and the bell that wakes a loop. */
@NullMarked
package dev.carillon.engine.clock;

import org.jspecify.annotations.NullMarked;
