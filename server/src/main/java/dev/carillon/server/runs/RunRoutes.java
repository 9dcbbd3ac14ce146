package dev.carillon.server.runs;

import dev.carillon.api.runs.LineList;
import dev.carillon.api.runs.RunList;
import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Ids;
import dev.carillon.server.http.Paging;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.schedules.ScheduleRoutes;
import java.util.List;
import java.util.Optional;

/** Reading runs and the ledger. */
public final class RunRoutes {
  private static final Door READ = Door.needs(Permission.RUNS_READ);
  private static final Page<RunRecord> NOTHING = new Page<>(List.of(), 0, false);

  private final ReadStore store;

  public RunRoutes(ReadStore store) {
    this.store = store;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/schedules/{schedule_id}/runs", READ, this::ofSchedule),
        Route.get("/api/v1/schedules/{schedule_id}/ledger", READ, this::ledger),
        Route.get("/api/v1/runs", READ, this::all),
        Route.get("/api/v1/runs/{run_id}", READ, this::one));
  }

  private Answer ofSchedule(Request request) {
    var paging = request.paging();
    var query = RunQueries.runs(request, seen(request), paging);
    return runs(store.runs(request.who().scope(), query), paging);
  }

  private Answer all(Request request) {
    var paging = request.paging();
    var page =
        RunQueries.all(request, paging)
            .map(query -> store.runs(request.who().scope(), query))
            .orElse(NOTHING);
    return runs(page, paging);
  }

  private Answer ledger(Request request) {
    var paging = request.paging();
    var page = store.runs(request.who().scope(), RunQueries.ledger(request, seen(request), paging));
    return Answer.ok(
        new LineList(
            page.items().stream().map(RunViews::line).toList(),
            Math.min(page.total(), Page.COUNTED),
            exceeded(page),
            paging.page(),
            paging.size(),
            RunQueries.next(page)));
  }

  private Answer one(Request request) {
    return Ids.uuid(request.path("run_id"))
        .flatMap(id -> store.run(request.who().scope(), new RunId(id)))
        .map(run -> Answer.ok(RunViews.run(run)))
        .orElseThrow(() -> Refusal.notFound("Run"));
  }

  /** Of a schedule that is deleted the runs and lines stay. */
  private ScheduleId seen(Request request) {
    var id = ScheduleRoutes.id(request);
    if (!store.hasLinesOf(request.who().scope(), id)) {
      throw ScheduleRoutes.notFound();
    }
    return id;
  }

  private static Answer runs(Page<RunRecord> page, Paging paging) {
    return Answer.ok(
        new RunList(
            page.items().stream().map(RunViews::run).toList(),
            Math.min(page.total(), Page.COUNTED),
            exceeded(page),
            paging.page(),
            paging.size(),
            RunQueries.next(page)));
  }

  private static Optional<Boolean> exceeded(Page<RunRecord> page) {
    return Optional.of(true).filter(yes -> page.exceeded());
  }
}
