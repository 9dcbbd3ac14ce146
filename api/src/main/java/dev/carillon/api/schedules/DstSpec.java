package dev.carillon.api.schedules;

import java.util.Optional;

/** What becomes of a fixed time that a clock change leaves out, and of one that comes twice. */
public record DstSpec(Optional<String> gap, Optional<String> overlapHour) {}
