package dev.carillon.engine.access;

import dev.carillon.core.schedule.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * A browser that is signed in.
 *
 * @param hash lower-case hexadecimal SHA-256 of the cookie's value
 * @param key the id of the key that opened it; empty when a one-time link did
 * @param seenAt when it was last used, to a few minutes
 */
public record Session(
    String hash,
    Owner owner,
    Optional<String> key,
    Instant createdAt,
    Instant expiresAt,
    Instant seenAt) {}
