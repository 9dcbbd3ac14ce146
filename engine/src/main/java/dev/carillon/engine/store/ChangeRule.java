package dev.carillon.engine.store;

import java.time.Instant;

/**
 * Decides what a deed does to a schedule, under the lock of its clock. Pure. {@code targetStored}
 * tells whether the store knows the target of the present definition.
 */
@FunctionalInterface
public interface ChangeRule {
  Change decide(Entry entry, Instant now, boolean targetStored);
}
