package dev.carillon.server.events;

import dev.carillon.api.events.EventDraft;
import dev.carillon.api.events.EventReceipt;
import dev.carillon.api.json.WireJson;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.signal.Events;
import dev.carillon.engine.store.SignalStore.Event;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Draw;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.schedules.EventData;
import java.util.List;
import java.util.Optional;

/** Publishing events, for which schedules run. */
public final class PublishRoutes {
  private static final String PATH = "/api/v1/events/{name}";
  private static final EventDraft BARE = new EventDraft(Optional.empty(), Optional.empty());
  private static final int LONGEST_ID = 200;
  private static final int LARGEST_DATA = 65_536;

  private final Events events;
  private final Draw draw;

  public PublishRoutes(Events events, Draw draw) {
    this.events = events;
    this.draw = draw;
  }

  public List<Route> routes() {
    return List.of(Route.post(PATH, Door.needs(Permission.RUNS_TRIGGER), this::publish));
  }

  private Answer publish(Request request) {
    var name = request.path("name");
    if (!Trigger.Event.isName(name)) {
      throw Refusal.ofParameter("name", "the name of an event is " + Trigger.Event.NAME_WORDS);
    }
    var sent = request.body(EventDraft.class, BARE);
    var id = id(request, sent).orElseGet(() -> draw.uuid().toString());
    var data = sent.data().orElseGet(WireJson::emptyObject);
    var bytes = WireJson.bytes(data);
    if (bytes.length > LARGEST_DATA) {
      throw Refusal.at("/data", "the data of an event is at most 64 KiB, not " + bytes.length);
    }
    var who = request.who();
    var event = new Event(who.owner(), name, id, WireJson.text(data));
    var published = events.publish(who.scope(), event, new EventData(data)::at);
    var replayed = published.replayed();
    var answer = Answer.accepted(new EventReceipt(id, name, published.schedules(), replayed));
    return replayed ? answer.with("Idempotency-Replayed", "true") : answer;
  }

  /** The publisher's own id, in the body or in the header. */
  private static Optional<String> id(Request request, EventDraft sent) {
    var inHeader = request.header("Idempotency-Key");
    if (inHeader.isPresent() && sent.id().isPresent() && !inHeader.equals(sent.id())) {
      throw Refusal.at("/id", "id and the header Idempotency-Key differ");
    }
    var own = sent.id().or(() -> inHeader);
    if (own.filter(PublishRoutes::isNoId).isPresent()) {
      throw Refusal.at("/id", "the id of an event has 1 to " + LONGEST_ID + " characters");
    }
    return own;
  }

  private static boolean isNoId(String text) {
    return text.isBlank() || text.codePointCount(0, text.length()) > LONGEST_ID;
  }
}
