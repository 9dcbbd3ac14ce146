package dev.carillon.engine.access;

import dev.carillon.core.schedule.Owner;
import java.time.Instant;

/**
 * A link that signs its user in once.
 *
 * @param hash lower-case hexadecimal SHA-256 of the token in the link
 */
public record SignInLink(String hash, Owner owner, Instant expiresAt) {}
