/**
 * The transactions of the engine, one class each: Plan, Claim, Settle, Nodes, Rescue, Change,
 * Request. Both databases run the same text; what differs is in their dialect.
 *
 * <p>Locks are taken in one order: node, clocks by id, runs by id. A run is a row of {@code live}
 * until it ends, then a row of {@code ledger}; every transaction leaves {@code clock.live} and
 * {@code clock.waiting} equal to their recount from {@code live}.
 */
@NullMarked
package dev.carillon.store.transaction;

import org.jspecify.annotations.NullMarked;
