/** Tenants, users, and what they show to be let in. */
@NullMarked
package dev.carillon.store.access;

import org.jspecify.annotations.NullMarked;
