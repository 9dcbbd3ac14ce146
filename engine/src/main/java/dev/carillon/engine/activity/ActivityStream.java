package dev.carillon.engine.activity;

import dev.carillon.engine.store.Activity;
import dev.carillon.engine.store.ActivityStore;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the stored stream and tells its subscribers, in order. One loop steps; any thread
 * subscribes. A subscriber must be quick: it hands over and returns.
 */
public final class ActivityStream {
  private static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(ActivityStream.class);

  private final ActivityStore store;
  private final CopyOnWriteArrayList<Consumer<Activity>> subscribers = new CopyOnWriteArrayList<>();
  private long seen = -1;

  public ActivityStream(ActivityStore store) {
    this.store = store;
  }

  /** Tells this subscriber every activity from the next step on, until it unsubscribes. */
  public Subscription subscribe(Consumer<Activity> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  /** Passes on what is new; answers whether there may be more at once. */
  public boolean step() {
    if (seen < 0) {
      seen = store.last();
      return false;
    }
    var fresh = store.after(seen, BATCH);
    for (var activity : fresh) {
      subscribers.forEach(subscriber -> tell(subscriber, activity));
      seen = activity.seq();
    }
    return fresh.size() == BATCH;
  }

  private static void tell(Consumer<Activity> subscriber, Activity activity) {
    try {
      subscriber.accept(activity);
    } catch (RuntimeException failure) {
      log.warn("subscriber failed seq={}", activity.seq(), failure);
    }
  }

  /** Ends when it is closed. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
