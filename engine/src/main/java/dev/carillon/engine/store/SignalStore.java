package dev.carillon.engine.store;

import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Schedule;
import java.time.Instant;

/**
 * What happens elsewhere and makes schedules run: published events, and runs of other schedules
 * that have ended (their signals are written in the transaction that settles them). A signal is
 * durable when it is written, and taken in one transaction with the run or line that it becomes: so
 * each becomes exactly one of them.
 */
public interface SignalStore {
  /**
   * Publishes an event: each schedule that the scope sees, that waits for this name and that the
   * filter of its trigger lets run gets a signal. The same event of the same publisher, sent again
   * within a day, changes nothing.
   */
  Published publish(Scope scope, Event event, EventRule rule);

  /** Takes at most so many signals, in the order in which they came. */
  Taken take(int limit, SignalRule rule);

  /**
   * What somebody publishes.
   *
   * @param publisher whose ids it is one of
   * @param id by which the publisher knows it
   * @param dataJson a JSON object
   */
  record Event(Owner publisher, String name, String id, String dataJson) {}

  /**
   * What came of it.
   *
   * @param schedules how many got a signal, now or when it was published first
   */
  record Published(int schedules, boolean replayed) {}

  /**
   * What a turn did.
   *
   * @param signals how many it took
   * @param queued how many of them became runs
   */
  record Taken(int signals, int queued) {}

  /** Whether a schedule that waits for the name of an event runs for this one. Pure. */
  @FunctionalInterface
  interface EventRule {
    boolean runs(Schedule schedule);
  }

  /** What becomes of a signal, under the lock of its schedule's clock. Pure. */
  @FunctionalInterface
  interface SignalRule {
    SignalStep decide(DueSignal signal, Instant now);
  }
}
