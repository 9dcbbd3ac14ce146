package dev.carillon.engine.store;

import dev.carillon.core.schedule.OverlapPolicy;

/** Decides whether a run that waits for its schedule's place may have it now. Pure. */
@FunctionalInterface
public interface PlaceRule {
  boolean free(OverlapPolicy overlap, int live);
}
