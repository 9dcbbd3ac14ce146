package dev.carillon.engine.store;

import dev.carillon.core.schedule.Owner;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A named target that is called over HTTP.
 *
 * @param url where its {@code /api/chat} lives; empty means the server's URL template
 * @param timeout of one call; the smaller of this and the schedule's wins
 */
public record Agent(
    Owner owner,
    String name,
    Optional<URI> url,
    Duration timeout,
    Instant createdAt,
    Instant updatedAt) {}
