package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a schedule promised.
 *
 * @param due every instant at which it was due, from the oracle, and some behind its end
 * @param halts what people did to it, in order; the last one for good, which is its end
 * @param downs what was done to its server
 */
record Promise(
    UUID schedule, String name, Terms terms, List<Instant> due, List<Halt> halts, Downs downs) {
  Promise {
    due = List.copyOf(due);
    halts = List.copyOf(halts);
    if (halts.isEmpty()) {
      throw new IllegalArgumentException("schedule " + name + " has no end to be judged by");
    }
  }

  /** From here on, by the wall clock and not by the product's word, it promised nothing. */
  Instant end() {
    return halts.getLast().asked();
  }

  /** The instants that each must have a line. */
  List<Instant> binding() {
    return due.stream().filter(instant -> instant.isBefore(end())).toList();
  }

  /** The policies, as in semantics 3. */
  record Terms(Catchup catchup, Overlap overlap) {}

  /** What runs of what was missed. */
  enum Catchup {
    LAST,
    FIRE_IMMEDIATELY
  }

  /** Whether runs of one schedule may run at the same time. */
  enum Overlap {
    SKIP,
    ALLOW
  }
}
