package dev.carillon.api.access;

import java.util.Optional;

/** A key that is to be exchanged for a session. */
public record SessionRequest(Optional<String> key) {}
