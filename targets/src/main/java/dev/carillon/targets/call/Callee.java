package dev.carillon.targets.call;

import dev.carillon.engine.target.Attempt;
import java.time.Duration;

/** Who is called for an attempt: an agent over HTTP, or one in this process. */
public interface Callee {
  /** What messages call it, such as {@code agent 'mailer' at http://mailer:8000}. */
  String label();

  /** The longest that one call of it may take. */
  Duration timeout();

  /** Gets one call ready; nothing leaves yet. */
  Work begin(Attempt attempt);
}
