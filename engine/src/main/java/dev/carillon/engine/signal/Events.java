package dev.carillon.engine.signal;

import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.engine.store.SignalStore.Event;
import dev.carillon.engine.store.SignalStore.EventRule;
import dev.carillon.engine.store.SignalStore.Published;

/** Events that somebody publishes. Durable when it answers. Shared by all threads. */
public final class Events {
  private final SignalStore store;
  private final Runnable news;

  /**
   * @param news called after each event, so that the loops look at once
   */
  public Events(SignalStore store, Runnable news) {
    this.store = store;
    this.news = news;
  }

  /**
   * Publishes an event to the schedules that the scope sees.
   *
   * @param rule whether the filter of a schedule's trigger lets it run
   */
  public Published publish(Scope scope, Event event, EventRule rule) {
    var published = store.publish(scope, event, rule);
    news.run();
    return published;
  }
}
