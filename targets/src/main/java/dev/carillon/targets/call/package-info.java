/**
 * Performs attempts: finds who is called, calls on a virtual thread of its own, keeps the deadline,
 * and tells exactly one outcome.
 *
 * <p>An outcome is whichever of three comes first: what the work says, the deadline, or a cancel.
 * The first one decides and is told at once; the work is then aborted and its thread interrupted,
 * and what it still says is thrown away. So a thread that hangs where nothing can interrupt it
 * holds up nobody.
 */
@NullMarked
package dev.carillon.targets.call;

import org.jspecify.annotations.NullMarked;
