/** A node takes the runs that may start now, as far as it has room. */
@NullMarked
package dev.carillon.engine.claim;

import org.jspecify.annotations.NullMarked;
