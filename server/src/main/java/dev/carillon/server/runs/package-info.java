/** Runs and ledger lines over the API, and runs that somebody asks for. */
@NullMarked
package dev.carillon.server.runs;

import org.jspecify.annotations.NullMarked;
