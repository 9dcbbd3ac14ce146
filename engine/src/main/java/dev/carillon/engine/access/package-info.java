/**
 * Who may ask: tenants, their users, and the keys, sessions and one-time links by which a request
 * shows whose it is. Secrets are known here only by their SHA-256.
 */
@NullMarked
package dev.carillon.engine.access;

import org.jspecify.annotations.NullMarked;
