package dev.carillon.api.schedules;

/** It is done, and there is nothing left to show. */
public record Done(boolean success, String message) {}
