package dev.carillon.store.json;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.SignalStore.Event;
import java.time.Instant;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run that something else has caused tells its target of that, beside its own context. */
public final class ToldJson {
  /** Nobody's numbers become less exact here. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private ToldJson() {}

  /** That an event was published: {@code {"event": {name, id, published_at, data}}}. */
  public static String of(Event event, Instant at) {
    var json = JSON.createObjectNode();
    json.putObject("event")
        .put("name", event.name())
        .put("id", event.id())
        .put("published_at", at.toString())
        .set("data", JSON.readTree(event.dataJson()));
    return json.toString();
  }

  /** That a run has ended: {@code {"after": {schedule_id, run_id, status, completed_at}}}. */
  public static String of(ScheduleId schedule, RunId run, RunState state, Instant at) {
    var json = JSON.createObjectNode();
    json.putObject("after")
        .put("schedule_id", schedule.toString())
        .put("run_id", run.toString())
        .put("status", state.wireName())
        .put("completed_at", at.toString());
    return json.toString();
  }

  /** The input with what is told in its context, in place of what stood there by that name. */
  public static Input beside(Input input, String told) {
    var context = (ObjectNode) JSON.readTree(input.contextJson());
    context.setAll((ObjectNode) JSON.readTree(told));
    return new Input(input.message(), context.toString());
  }
}
