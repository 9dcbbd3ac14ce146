/** A small client of the HTTP API, for the command line and for tests. */
@NullMarked
package dev.carillon.api.client;

import org.jspecify.annotations.NullMarked;
