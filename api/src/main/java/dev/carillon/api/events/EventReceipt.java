package dev.carillon.api.events;

/**
 * What came of an event.
 *
 * @param schedules how many it reached, now or when it was published first
 * @param replayed whether it was published before
 */
public record EventReceipt(String eventId, String name, int schedules, boolean replayed) {}
