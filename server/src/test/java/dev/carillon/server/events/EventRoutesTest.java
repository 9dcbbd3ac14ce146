package dev.carillon.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.access.Bearer;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import dev.carillon.engine.activity.ActivityStream;
import dev.carillon.engine.clock.Monotonic;
import dev.carillon.engine.store.Activity;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.StoreException;
import dev.carillon.server.http.Listening;
import dev.carillon.server.http.Who;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EventRoutesTest {
  private static final Owner MINE = new Owner(1, 2);
  private static final Owner OTHER = new Owner(1, 3);
  private static final ScheduleId ONE = new ScheduleId(new UUID(0, 1));
  private static final ScheduleId TWO = new ScheduleId(new UUID(0, 2));

  private final Remembered store = new Remembered();
  private final ActivityStream stream = new ActivityStream(store);
  private EventRoutes events;
  private Listening server;

  @BeforeEach
  void listen() {
    var me =
        Who.of(
            new Bearer(
                new User(MINE, "me", Role.MEMBER, Instant.EPOCH, Optional.empty()),
                new Tenant(1, "t", "T", Instant.EPOCH),
                Optional.empty(),
                Optional.empty()));
    events =
        new EventRoutes(
            store,
            (scope, schedule) -> schedule.equals(TWO),
            stream,
            request -> Optional.of(me),
            Monotonic.SYSTEM);
    server = new Listening(events.routes(), request -> Optional.of(me));
    stream.step();
  }

  @AfterEach
  void stop() {
    events.close();
    server.close();
  }

  @Test
  void what_happens_arrives_at_once_and_only_what_is_mine() throws IOException {
    try (var in = follow("/api/v1/events")) {
      happen(OTHER, ONE);
      happen(MINE, TWO);
      assertThat(event(in)).startsWith("id: 2\ndata: {\"specversion\":\"1.0\",\"id\":\"2\"");
    }
  }

  @Test
  void whoever_comes_back_is_told_what_they_missed_and_then_what_is_new() throws IOException {
    happen(MINE, ONE);
    happen(OTHER, ONE);
    happen(MINE, TWO);
    try (var in = follow("/api/v1/events?last_event_id=1")) {
      assertThat(event(in)).startsWith("id: 3\n");
      happen(MINE, ONE);
      assertThat(event(in)).startsWith("id: 4\n");
    }
  }

  @Test
  void whoever_comes_back_with_a_greater_number_than_the_last_one_has_goes_on_after_it()
      throws IOException {
    store.addAs(8, MINE, ONE);
    store.addAs(7, MINE, ONE);
    stream.step();
    try (var in = follow("/api/v1/events?last_event_id=8")) {
      assertThat(event(in)).startsWith("id: 7\n");
    }
  }

  @Test
  void whoever_missed_too_much_or_comes_from_another_time_reads_afresh() throws IOException {
    store.fill(10_600);
    stream.step();
    try (var in = follow("/api/v1/events?last_event_id=1")) {
      assertThat(reset(in)).contains("id: 10600\n");
    }
    try (var in = follow("/api/v1/events?last_event_id=999999")) {
      assertThat(reset(in)).contains("id: 10600\n");
    }
  }

  @Test
  void one_schedule_may_be_followed_alone() throws IOException {
    try (var in = follow("/api/v1/events?schedule_id=" + TWO)) {
      happen(MINE, ONE);
      happen(MINE, TWO);
      assertThat(event(in)).startsWith("id: 2\n");
    }
  }

  @Test
  void a_schedule_that_is_not_there_or_not_mine_is_not_followed_in_silence() {
    for (var id : List.of(ONE.toString(), "x")) {
      assertThat(server.get("/api/v1/events?schedule_id=" + id).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void an_id_that_is_no_number_is_refused() {
    assertThat(server.get("/api/v1/events?last_event_id=x").statusCode()).isEqualTo(400);
    assertThat(server.get("/api/v1/events", "Last-Event-ID", "-1").statusCode()).isEqualTo(400);
  }

  @Test
  void a_stream_ends_quietly_when_the_store_goes_away() throws IOException {
    var heard = new ListAppender<ILoggingEvent>();
    var log = (Logger) LoggerFactory.getLogger("dev.carillon.server.http.Serving");
    heard.start();
    log.addAppender(heard);
    store.away = true;
    try (var in = follow("/api/v1/events?last_event_id=1")) {
      assertThat(in.readLine()).isNull();
    } finally {
      log.detachAppender(heard);
    }
    assertThat(heard.list)
        .extracting(ILoggingEvent::getLevel)
        .as("%s", heard.list)
        .doesNotContain(Level.ERROR)
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void a_caller_follows_twenty_streams_and_no_more() throws IOException {
    try (var all = new Closing()) {
      for (var i = 0; i < 20; i++) {
        all.add(follow("/api/v1/events"));
      }
      var next = server.get("/api/v1/events");
      assertThat(next.statusCode()).isEqualTo(429);
      assertThat(next.headers().firstValue("Retry-After")).contains("15");
      assertThat(server.send("HEAD", "/api/v1/events", "").statusCode()).isEqualTo(429);
      events.close();
      for (var in : all.readers) {
        assertThat(in.readLine()).isNull();
      }
    }
  }

  @Test
  void asking_for_the_headers_alone_takes_no_place() throws IOException {
    for (var i = 0; i < 25; i++) {
      assertThat(server.send("HEAD", "/api/v1/events", "").statusCode()).isEqualTo(200);
    }
    follow("/api/v1/events").close();
  }

  /** Readers that are closed together. */
  private record Closing(List<BufferedReader> readers) implements AutoCloseable {
    Closing() {
      this(new ArrayList<>());
    }

    void add(BufferedReader reader) {
      readers.add(reader);
    }

    @Override
    public void close() throws IOException {
      for (var reader : readers) {
        reader.close();
      }
    }
  }

  private void happen(Owner owner, ScheduleId schedule) {
    store.add(owner, schedule);
    stream.step();
  }

  /** Follows, and has read the opening. */
  private BufferedReader follow(String path) throws IOException {
    var in = URI.create(server.address() + path).toURL().openStream();
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    assertThat(event(reader)).isEqualTo("retry: 2000\n");
    return reader;
  }

  /** The next event, up to the empty line behind it. */
  private static String event(BufferedReader in) throws IOException {
    var event = new StringBuilder();
    for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      event.append(line).append('\n');
    }
    return event.toString();
  }

  private static String reset(BufferedReader in) throws IOException {
    var event = event(in);
    while (!event.contains("event: reset")) {
      event = event(in);
    }
    return event;
  }

  /** Activities in memory. */
  private static final class Remembered implements ActivityStore {
    private volatile boolean away;
    private final CopyOnWriteArrayList<Activity> all = new CopyOnWriteArrayList<>();

    void add(Owner owner, ScheduleId schedule) {
      addAs(all.size() + 1L, owner, schedule);
    }

    /** A number may come after a greater one. */
    void addAs(long seq, Owner owner, ScheduleId schedule) {
      all.add(activity(seq, owner, schedule));
    }

    void fill(int count) {
      all.addAll(
          IntStream.rangeClosed(1, count).mapToObj(seq -> activity(seq, MINE, ONE)).toList());
    }

    private static Activity activity(long seq, Owner owner, ScheduleId schedule) {
      return new Activity(
          seq,
          Instant.EPOCH,
          "carillon.run.completed",
          owner,
          Optional.of(schedule),
          "s",
          Optional.empty(),
          "carillon",
          "");
    }

    @Override
    public List<Activity> after(long seq, int limit) {
      return later(seq).limit(limit).toList();
    }

    @Override
    public List<Activity> after(Scope scope, long seq, int limit) {
      return later(seq).filter(one -> Reader.sees(scope, one)).limit(limit).toList();
    }

    private Stream<Activity> later(long seq) {
      var place = all.stream().map(Activity::seq).toList().indexOf(seq);
      return all.stream().skip(place + 1L);
    }

    @Override
    public List<Activity> before(Scope scope, long seq, int limit) {
      return all.reversed().stream()
          .filter(one -> one.seq() < seq && Reader.sees(scope, one))
          .limit(limit)
          .toList();
    }

    @Override
    public long last() {
      if (away) {
        throw new StoreException.Away("the database is away");
      }
      return all.isEmpty() ? 0 : all.getLast().seq();
    }

    @Override
    public boolean isToCome(long seq) {
      if (away) {
        throw new StoreException.Away("the database is away");
      }
      return seq > 0 && all.stream().noneMatch(one -> one.seq() >= seq);
    }
  }
}
