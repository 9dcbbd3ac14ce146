package dev.carillon.engine.signal;

import dev.carillon.engine.store.SignalStore;
import dev.carillon.engine.store.SignalStore.SignalRule;

/** Takes the signals that have come, one turn at a time. One loop uses it. */
public final class Follower {
  private static final int SIGNALS = 200;

  private final SignalStore store;
  private final SignalRule rule;

  public Follower(SignalStore store, SignalRule rule) {
    this.store = store;
    this.rule = rule;
  }

  public Turn step() {
    var taken = store.take(SIGNALS, rule);
    return new Turn(taken.queued(), taken.signals() == SIGNALS);
  }

  /**
   * What a turn did.
   *
   * @param queued how many runs it queued
   * @param more whether signals were left for the next turn
   */
  public record Turn(int queued, boolean more) {}
}
