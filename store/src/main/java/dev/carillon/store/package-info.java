/** Remembers it: SQLite and PostgreSQL, side by side. */
@NullMarked
package dev.carillon.store;

import org.jspecify.annotations.NullMarked;
