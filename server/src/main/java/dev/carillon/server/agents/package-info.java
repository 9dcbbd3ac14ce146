/** Agents over the API: those that somebody registered, and those of this process. */
@NullMarked
package dev.carillon.server.agents;

import org.jspecify.annotations.NullMarked;
