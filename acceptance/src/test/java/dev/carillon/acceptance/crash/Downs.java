package dev.carillon.acceptance.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * When there was no server, and by when what that held up must have gone on. Pure.
 *
 * @param all in their order
 * @param lease after which a dead node's runs are called again; zero where the next server knows
 *     that every earlier one is dead
 */
record Downs(List<Down> all, Duration lease) {
  /** An instant that is planned later than this is missed: semantics, 3. */
  static final Duration LATE_TOLERANCE = Duration.ofSeconds(10);

  /** What a server that is up may take for anything, on two cores that others use too. */
  static final Duration PROMPT = Duration.ofSeconds(5);

  /** How long the agent thinks before it answers. */
  static final Duration CALL = Duration.ofMillis(300);

  /** What lies between a deed and the writing down of when it was. */
  static final Duration MARGIN = Duration.ofMillis(500);

  Downs {
    all = List.copyOf(all);
  }

  /** By when something due then must have been done: promptly, or so after what was in its way. */
  Instant promptly(Instant due) {
    var by = due.plus(PROMPT);
    for (var down : all) {
      if (down.overlaps(due, by)) {
        by = later(by, down.ready().plus(PROMPT));
      }
    }
    return by;
  }

  /**
   * By when a run that was alive then must give its next sign of life: a call answered and settled,
   * or made again after the kill that cut it off, which may happen to the rescued run once more.
   */
  Instant nextSignBy(Instant alive) {
    var unhurt = alive.plus(CALL).plus(PROMPT);
    return all.stream()
        .map(Down::killed)
        .filter(kill -> isWithin(kill, alive.minus(MARGIN), unhurt))
        .findFirst()
        .map(kill -> rescuedAgainBy(kill, rescuedBy(kill)))
        .orElse(unhurt);
  }

  /** Whether somebody was killed from the one instant to the other. */
  boolean killedWithin(Instant from, Instant until) {
    return kills(from, until) > 0;
  }

  /** How often somebody was killed from the one instant to the other. */
  long kills(Instant from, Instant until) {
    return all.stream().filter(down -> isWithin(down.killed(), from.minus(MARGIN), until)).count();
  }

  /** How many calls the agent had received, and not answered, at some kill. */
  long callsInFlight(Collection<Called> calls) {
    return all.stream().mapToLong(down -> inFlight(down, calls)).sum();
  }

  /** How many kills fell into at least one call. */
  long killsInFlight(Collection<Called> calls) {
    return all.stream().filter(down -> inFlight(down, calls) > 0).count();
  }

  private static long inFlight(Down down, Collection<Called> calls) {
    return calls.stream()
        .map(Called::received)
        .filter(at -> isWithin(down.killed(), at, at.plus(CALL)))
        .count();
  }

  private Instant rescuedAgainBy(Instant first, Instant by) {
    return all.stream()
        .map(Down::killed)
        .filter(kill -> kill.isAfter(first) && isWithin(kill, first.plus(lease).minus(look()), by))
        .map(this::rescuedBy)
        .reduce(by, Downs::later);
  }

  /** The lease of the killed ends so much sooner at most, and is seen so much later. */
  private Instant rescuedBy(Instant kill) {
    return promptly(kill.plus(lease).plus(look()));
  }

  /** A keeper looks, and renews its lease, five times per lease and at its start. */
  private Duration look() {
    return lease.dividedBy(5);
  }

  private static boolean isWithin(Instant it, Instant from, Instant until) {
    return !it.isBefore(from) && !it.isAfter(until);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
