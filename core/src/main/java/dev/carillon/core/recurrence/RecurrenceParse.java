package dev.carillon.core.recurrence;

/** What reading a rule comes to. */
public sealed interface RecurrenceParse {
  /** It was understood. */
  record Parsed(RecurrenceRule rule) implements RecurrenceParse {}

  /** It was not; the message names the part, what stands there, and what is wanted. */
  record Refused(String message) implements RecurrenceParse {}
}
