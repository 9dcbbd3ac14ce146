package dev.carillon.core.timeline;

import java.time.Instant;
import java.util.Optional;

/**
 * One nominal instant of a schedule, and what its bounds make of it.
 *
 * @param desired when it should start; in the order of nominal times, but for what a calendar moves
 *     to another day
 * @param leftOut why it will not run, though nothing keeps it from it but its bounds
 */
public record Occurrence(Instant nominal, Instant desired, Optional<Reason> leftOut) {}
