package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a schedule promised.
 *
 * @param due every instant at which it was due until it was judged, from the oracle
 * @param excuses the only reasons for which an instant may not have run
 */
record Promise(UUID schedule, String name, List<Instant> due, Set<String> excuses) {}
