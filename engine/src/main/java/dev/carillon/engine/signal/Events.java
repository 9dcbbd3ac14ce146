package dev.carillon.engine.signal;

import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.engine.store.SignalStore.Event;
import dev.carillon.engine.store.SignalStore.Published;
import java.util.Optional;
import java.util.function.Function;

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
   * @param data tells the value at a place of its data, both as a filter has them
   */
  public Published publish(Scope scope, Event event, Function<String, Optional<String>> data) {
    var published = store.publish(scope, event, schedule -> lets(schedule, data));
    news.run();
    return published;
  }

  private static boolean lets(Schedule schedule, Function<String, Optional<String>> data) {
    return schedule.definition().trigger() instanceof Trigger.Event event
        && event.filter().lets(data);
  }
}
