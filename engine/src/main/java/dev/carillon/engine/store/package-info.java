/**
 * What a store must do, one interface per transaction, with the pure rule passed in.
 *
 * <p>The database is authoritative, its clock included: every rule gets {@code now} from the store,
 * read after the locks are held. A run is in {@code live} until it ends, then it is a line in
 * {@code ledger}; the move is one transaction. A transaction that throws has changed nothing,
 * unless its commit was unknown: then whoever sent it sends it again, and keys and epochs make that
 * harmless.
 *
 * <p>Locks are taken in one order: node, clock, live by run id.
 */
@NullMarked
package dev.carillon.engine.store;

import org.jspecify.annotations.NullMarked;
