package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A planned line as SQL finds it, live or in the ledger. */
record BookedLine(
    UUID run,
    UUID schedule,
    Instant nominal,
    Optional<Instant> until,
    long covers,
    String reason,
    boolean ended,
    boolean ran) {}
