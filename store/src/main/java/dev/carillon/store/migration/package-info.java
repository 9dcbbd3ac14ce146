/** Brings a database to the tables of this version, forward only, with the same numbers on both. */
@NullMarked
package dev.carillon.store.migration;

import org.jspecify.annotations.NullMarked;
