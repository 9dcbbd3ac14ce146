package dev.carillon.engine.store;

import dev.carillon.core.run.Lost;
import dev.carillon.core.schedule.OnLost;

/** Decides what becomes of a running run whose node died. Pure. */
@FunctionalInterface
public interface LostRule {
  Lost decide(OnLost policy, int timesLost);
}
