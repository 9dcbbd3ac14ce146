/** Holds the server to its contract: the same routes, and answers as they are described. */
@NullMarked
package dev.carillon.server.contract;

import org.jspecify.annotations.NullMarked;
