package dev.carillon.engine.store;

import java.time.Instant;

/** Why and since when a schedule does not go on by itself, and who said so. */
public record Halt(Instant at, String by, String reason) {}
