package dev.carillon.core.timeline;

import java.time.Instant;

/**
 * An occurrence that its cursor has passed and that should start later: it is to become a run that
 * waits for its time.
 */
public record Postponed(Instant nominal, Instant desired) implements Passed {}
