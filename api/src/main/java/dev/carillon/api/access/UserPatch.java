package dev.carillon.api.access;

import java.util.Optional;

/** What is to change about a user. */
public record UserPatch(Optional<Boolean> disabled) {}
