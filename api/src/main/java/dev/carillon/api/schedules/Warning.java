package dev.carillon.api.schedules;

/** Something to know; it keeps nothing from working. */
public record Warning(String code, String message) {}
