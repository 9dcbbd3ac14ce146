package dev.carillon.core.run;

import java.util.Locale;

/** Why an attempt failed. */
public enum FailureKind {
  /** The target could not be reached. */
  CONNECT,
  TIMEOUT,
  HTTP_4XX,
  HTTP_5XX,
  RATE_LIMITED,
  /** Its own rule of success said no. */
  RULE,
  /** It answered what nobody can read. */
  INVALID_ANSWER,
  TOO_LARGE,
  BUDGET,
  QUEUE_FULL,
  NODE_LOST,
  /** The call could not even be made. */
  LAUNCH;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
