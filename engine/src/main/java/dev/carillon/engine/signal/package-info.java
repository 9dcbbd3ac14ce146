/** Follow: a schedule runs because of an event, or of a run of another schedule. */
@NullMarked
package dev.carillon.engine.signal;

import org.jspecify.annotations.NullMarked;
