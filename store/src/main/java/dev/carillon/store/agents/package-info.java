/** The agents of a tenant, by name. */
@NullMarked
package dev.carillon.store.agents;

import org.jspecify.annotations.NullMarked;
