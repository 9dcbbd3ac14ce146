/** Outcomes become lines of the ledger and counters, in batches, fenced by epoch. */
@NullMarked
package dev.carillon.engine.settle;

import org.jspecify.annotations.NullMarked;
