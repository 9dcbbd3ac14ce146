/**
 * Due occurrences become runs and lines, and the schedule's clock moves on, in one transaction, on
 * any node, without a leader.
 */
@NullMarked
package dev.carillon.engine.plan;

import org.jspecify.annotations.NullMarked;
