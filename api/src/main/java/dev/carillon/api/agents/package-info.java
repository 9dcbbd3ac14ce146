/** Agents on the wire. */
@NullMarked
package dev.carillon.api.agents;

import org.jspecify.annotations.NullMarked;
