package dev.carillon.server.runs;

import dev.carillon.api.json.WireJson;
import dev.carillon.api.schedules.TriggerRequest;
import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.request.Requests;
import dev.carillon.engine.request.Requests.Manual;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.engine.store.RequestStore.RequestKey;
import dev.carillon.engine.store.RequestStore.Requested;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Characters;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Draw;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Wrong;
import dev.carillon.server.schedules.InputReading;
import dev.carillon.server.schedules.ScheduleRoutes;
import java.util.List;
import java.util.Optional;

/** Runs that somebody asks for. */
public final class TriggerRoutes {
  private static final TriggerRequest AS_IT_IS =
      new TriggerRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int LONGEST_KEY = 255;
  private static final int DRAWN_BYTES = 16;

  private final ReadStore store;
  private final Requests requests;
  private final Draw draw;

  public TriggerRoutes(ReadStore store, Requests requests, Draw draw) {
    this.store = store;
    this.requests = requests;
    this.draw = draw;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/api/v1/schedules/{schedule_id}/trigger",
            Door.needs(Permission.RUNS_TRIGGER),
            this::trigger));
  }

  private Answer trigger(Request request) {
    var wanted = request.body(TriggerRequest.class, AS_IT_IS);
    var manual = manual(wanted);
    var key = key(request, wanted);
    var scope = request.who().scope();
    return switch (requests.trigger(scope, ScheduleRoutes.id(request), key, manual)) {
      case Requested.Done(var run, var replayed) -> {
        var answer = accepted(request, run);
        yield replayed ? answer.with("Idempotency-Replayed", "true") : answer;
      }
      case Requested.NotFound() -> throw ScheduleRoutes.notFound();
      case Requested.Refused(var why) -> throw Refusal.of(Wrong.CONFLICT, why);
      case Requested.KeyReused() ->
          throw Refusal.of(
              Wrong.KEY_REUSED, "this idempotency key was used for another request before");
    };
  }

  private Answer accepted(Request request, RunId run) {
    return store
        .run(request.who().scope(), run)
        .map(record -> Answer.accepted("/api/v1/runs/" + run, told(request, record)))
        .orElseThrow(() -> Refusal.notFound("Run"));
  }

  /** The answer of the agent, also to a key that is used again, is for those who may read runs. */
  private static Object told(Request request, RunRecord run) {
    return request.who().may(Permission.RUNS_READ) ? RunViews.run(run) : RunViews.receipt(run);
  }

  private static Manual manual(TriggerRequest wanted) {
    var findings = new Findings();
    var message = InputReading.message(wanted.taskQuery(), findings);
    var context = InputReading.context(wanted.taskContext(), findings);
    var overlap =
        wanted
            .overlapPolicy()
            .map(word ->
                Choice.of(Optional.of(word), OverlapPolicy.SKIP, "/overlap_policy", findings));
    findings.refuseIfAny();
    return new Manual(
        input -> new Input(message.orElse(input.message()), context.orElse(input.contextJson())),
        overlap);
  }

  /** The caller's own key, in the body or in the header, else one drawn for this request. */
  private RequestKey key(Request request, TriggerRequest wanted) {
    var inHeader = request.header("Idempotency-Key");
    var inBody = wanted.idempotencyKey();
    if (inHeader.isPresent() && inBody.isPresent() && !inHeader.equals(inBody)) {
      throw Refusal.at("/idempotency_key", "idempotency_key and the header Idempotency-Key differ");
    }
    var own = inBody.or(() -> inHeader);
    if (own.filter(key -> key.isBlank() || Characters.in(key) > LONGEST_KEY).isPresent()) {
      throw Refusal.at(
          "/idempotency_key", "an idempotency key has 1 to " + LONGEST_KEY + " characters");
    }
    var asked =
        new TriggerRequest(
            wanted.taskQuery(),
            InputReading.present(wanted.taskContext()),
            wanted.overlapPolicy(),
            Optional.empty());
    return new RequestKey(
        own.orElseGet(() -> draw.hex(DRAWN_BYTES)),
        own.isPresent(),
        request.path("schedule_id") + " " + WireJson.text(asked));
  }
}
