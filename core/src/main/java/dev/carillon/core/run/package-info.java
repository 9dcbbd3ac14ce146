/**
 * A run, its attempts, the sealed outcome, the legal changes of state, and what follows from an
 * outcome.
 */
@NullMarked
package dev.carillon.core.run;

import org.jspecify.annotations.NullMarked;
