/** REST, sign-in, live events, web pages; wires everything together. */
@NullMarked
package dev.carillon.server;

import org.jspecify.annotations.NullMarked;
