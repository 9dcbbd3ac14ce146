/** Replays a schedule over a span of time by the rules that run it, and tells what became of it. */
@NullMarked
package dev.carillon.core.simulation;

import org.jspecify.annotations.NullMarked;
