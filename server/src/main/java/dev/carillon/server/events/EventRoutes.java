package dev.carillon.server.events;

import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.activity.ActivityStream;
import dev.carillon.engine.clock.Monotonic;
import dev.carillon.engine.store.Activity;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Doorkeeper;
import dev.carillon.server.http.Ids;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Wrong;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Following what happens. */
public final class EventRoutes implements AutoCloseable {
  private static final Duration BREATH = Duration.ofSeconds(15);

  /** A closing server is noticed within this. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private static final int BATCH = 500;

  /** Whoever missed more reads its lists afresh. */
  private static final int MOST_REPLAYED = 10_000;

  private final ActivityStore store;
  private final BiPredicate<Scope, ScheduleId> schedules;
  private final ActivityStream stream;
  private final Doorkeeper doorkeeper;
  private final Monotonic monotonic;
  private final OpenStreams open = new OpenStreams();
  private volatile boolean closed;

  /**
   * @param schedules whether a scope sees what happens to a schedule
   */
  public EventRoutes(
      ActivityStore store,
      BiPredicate<Scope, ScheduleId> schedules,
      ActivityStream stream,
      Doorkeeper doorkeeper,
      Monotonic monotonic) {
    this.store = store;
    this.schedules = schedules;
    this.stream = stream;
    this.doorkeeper = doorkeeper;
    this.monotonic = monotonic;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/events", Door.needs(Permission.RUNS_READ), this::follow));
  }

  /** Ends every stream soon. */
  @Override
  public void close() {
    closed = true;
  }

  private Answer follow(Request request) {
    var scope = request.who().scope();
    var from = lastSeen(request);
    var only = schedule(request);
    var caller = request.who().owner();
    if (!open.take(caller)) {
      throw Refusal.of(
              Wrong.LIMIT_REACHED,
              "you follow %d streams already: close one first".formatted(OpenStreams.MOST))
          .with("Retry-After", String.valueOf(BREATH.toSeconds()));
    }
    return Answer.live("text/event-stream", new Following(request, wanted(scope, only), from));
  }

  /** One reader's stream, which holds a place until it ends. */
  private final class Following implements Answer.Writer {
    private final Request request;
    private final Predicate<Activity> wanted;
    private final OptionalLong from;

    Following(Request request, Predicate<Activity> wanted, OptionalLong from) {
      this.request = request;
      this.wanted = wanted;
      this.from = from;
    }

    @Override
    public void write(OutputStream out) throws IOException {
      var scope = request.who().scope();
      var reader = new Reader(wanted);
      try (var _ = stream.subscribe(reader)) {
        var line = new Line(out);
        line.open();
        var told =
            from.isPresent() ? replay(line, scope, wanted, from.getAsLong()) : new HashSet<Long>();
        pass(line, reader, request, told);
      }
    }

    @Override
    public void close() {
      open.giveBack(request.who().owner());
    }
  }

  /**
   * Sends what was missed; answers with the numbers that were sent, for the reader may have heard
   * some of them live, too. The order is that of the store, not of the numbers. A number that is
   * still to come is from another store.
   */
  private Set<Long> replay(Line line, Scope scope, Predicate<Activity> wanted, long from)
      throws IOException {
    if (store.isToCome(from)) {
      return reset(line);
    }
    var told = new HashSet<Long>();
    var seen = from;
    for (var sent = 0; sent <= MOST_REPLAYED; sent += BATCH) {
      var missed = store.after(scope, seen, BATCH);
      for (var activity : missed) {
        if (wanted.test(activity)) {
          line.event(activity);
          told.add(activity.seq());
        }
        seen = activity.seq();
      }
      if (missed.size() < BATCH) {
        return told;
      }
    }
    return reset(line);
  }

  private Set<Long> reset(Line line) throws IOException {
    line.reset(store.last());
    return new HashSet<>();
  }

  /** Passes on what happens until the reader goes, its right ends, or this server does. */
  private void pass(Line line, Reader reader, Request request, Set<Long> told) throws IOException {
    var breathed = monotonic.nanos();
    try {
      while (!closed && !reader.overrun()) {
        var next = reader.next(LOOK);
        if (next.isPresent() && !told.remove(next.get().seq())) {
          line.event(next.get());
        }
        if (monotonic.nanos() - breathed > BREATH.toNanos()) {
          breathed = monotonic.nanos();
          line.breath();
          if (doorkeeper.recognise(request).isEmpty()) {
            return;
          }
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The schedule that is named; one that the caller does not see is absent, as everywhere. */
  private Optional<ScheduleId> schedule(Request request) {
    var named = request.query("schedule_id").filter(text -> !text.isEmpty());
    var schedule = named.flatMap(Ids::uuid).map(ScheduleId::new);
    if (named.isPresent()
        && schedule.filter(id -> schedules.test(request.who().scope(), id)).isEmpty()) {
      throw Refusal.notFound("Schedule");
    }
    return schedule;
  }

  private static Predicate<Activity> wanted(Scope scope, Optional<ScheduleId> only) {
    return activity ->
        Reader.sees(scope, activity) && (only.isEmpty() || activity.schedule().equals(only));
  }

  private static OptionalLong lastSeen(Request request) {
    var sent = request.header("Last-Event-ID").or(() -> request.query("last_event_id"));
    if (sent.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!sent.get().matches("[0-9]{1,18}")) {
      throw Refusal.ofParameter(
          "Last-Event-ID", "Last-Event-ID is the id of an event of this stream");
    }
    return OptionalLong.of(Long.parseLong(sent.get()));
  }
}
