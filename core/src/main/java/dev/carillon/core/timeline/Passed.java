package dev.carillon.core.timeline;

/** What became of one or more occurrences that a cursor passed. */
public sealed interface Passed permits Launch, Postponed, Line {}
