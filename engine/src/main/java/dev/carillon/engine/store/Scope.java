package dev.carillon.engine.store;

import java.util.OptionalInt;

/** Which rows a caller may see: those of a tenant, or only one user's within it. */
public record Scope(int tenant, OptionalInt user) {}
