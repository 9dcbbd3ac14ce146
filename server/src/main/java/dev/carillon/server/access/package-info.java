/** Tenants, users and keys, over the API. Nobody gives away more than they have. */
@NullMarked
package dev.carillon.server.access;

import org.jspecify.annotations.NullMarked;
