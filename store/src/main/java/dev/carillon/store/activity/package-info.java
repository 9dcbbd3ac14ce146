/**
 * The activity stream, read so that nobody who goes on from the last number they were given misses
 * a row.
 *
 * <p>SQLite has one writer, so numbers are committed in their order. In PostgreSQL a number is
 * handed out before its transaction commits: 10 may be read while 9 is still to come. Rows are
 * therefore read in the order of (transaction, number), and only those of transactions older than
 * every one that still runs: whatever commits later stands behind them. A transaction takes its own
 * number before it writes its first row, which is why the one that a row carries can be relied on.
 * A reader comes back with a number; its place in the order is looked up.
 */
@NullMarked
package dev.carillon.store.activity;

import org.jspecify.annotations.NullMarked;
