/** Runs and ledger lines on the wire. */
@NullMarked
package dev.carillon.api.runs;

import org.jspecify.annotations.NullMarked;
