package dev.carillon.engine.store;

import dev.carillon.core.run.Ending;
import dev.carillon.core.run.RunId;

/** A run that came to its end under this epoch. */
public record Ended(RunId run, int epoch, Ending ending) {}
