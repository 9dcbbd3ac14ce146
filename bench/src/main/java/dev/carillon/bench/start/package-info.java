/** How fast a server is ready, and how much memory it holds when it has nothing to do. */
@NullMarked
package dev.carillon.bench.start;

import org.jspecify.annotations.NullMarked;
