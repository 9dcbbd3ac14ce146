/** Tenants, users, keys and sessions on the wire. */
@NullMarked
package dev.carillon.api.access;

import org.jspecify.annotations.NullMarked;
