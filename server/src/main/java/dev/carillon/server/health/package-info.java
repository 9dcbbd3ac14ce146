/** What a server tells of itself: whether it lives and serves, its figures, and its contract. */
@NullMarked
package dev.carillon.server.health;

import org.jspecify.annotations.NullMarked;
