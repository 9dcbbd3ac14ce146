package dev.carillon.core.run;

/**
 * The closed set of answers of an attempt. What came back before a failure is kept, as it costs.
 */
public sealed interface Outcome {
  /** The target did its work. */
  record Succeeded(Answer answer) implements Outcome {}

  /** It did not; the message says what happened, in words for people. */
  record Failed(FailureKind kind, String message, Answer answer) implements Outcome {}

  /** It did not answer before the deadline. */
  record TimedOut(String message, Answer answer) implements Outcome {}

  /** The call was interrupted on request. */
  record Cancelled(String message) implements Outcome {}

  /** Nobody knows whether the target did its work. */
  record Unknown(String message) implements Outcome {}
}
