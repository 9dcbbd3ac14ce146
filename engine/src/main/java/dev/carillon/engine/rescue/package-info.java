/** Node leases, and the runs of nodes that died. */
@NullMarked
package dev.carillon.engine.rescue;

import org.jspecify.annotations.NullMarked;
