/** Load, latency, and the peers measured beside us. */
@NullMarked
package dev.carillon.bench;

import org.jspecify.annotations.NullMarked;
