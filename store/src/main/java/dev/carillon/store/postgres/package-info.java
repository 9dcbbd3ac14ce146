/**
 * The store of a cluster: any number of nodes on one PostgreSQL, whose clock decides what is due.
 *
 * <p>Locks are taken in one order: node, clock by id, live by run id. Planning and claiming pass
 * over rows that another node holds; everybody else waits, and not for long: statements, locks and
 * idle transactions have limits, so that a frozen node cannot hold the others up.
 */
@NullMarked
package dev.carillon.store.postgres;

import org.jspecify.annotations.NullMarked;
