package dev.carillon.server.calendars;

import dev.carillon.api.calendars.CalendarDraft;
import dev.carillon.api.calendars.CalendarList;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.change.CalendarEdits;
import dev.carillon.engine.store.CalendarStore.Deleted;
import dev.carillon.engine.store.NamedCalendar;
import dev.carillon.engine.store.Store;
import dev.carillon.server.auth.UserNames;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Wrong;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Naming, reading and forgetting calendars. */
public final class CalendarRoutes {
  private static final int CREATED = 201;
  private static final String PATH = "/api/v1/calendars";
  private static final String ONE = PATH + "/{name}";

  private final Store store;
  private final CalendarEdits edits;

  public CalendarRoutes(Store store, CalendarEdits edits) {
    this.store = store;
    this.edits = edits;
  }

  public List<Route> routes() {
    var read = Door.needs(Permission.SCHEDULES_READ);
    var write = Door.needs(Permission.SCHEDULES_WRITE);
    return List.of(
        Route.get(PATH, read, this::list),
        Route.get(ONE, read, this::show),
        Route.put(ONE, write, this::put),
        Route.delete(ONE, write, this::delete));
  }

  private Answer put(Request request) {
    var name = request.path("name");
    var draft = request.body(CalendarDraft.class);
    var now = store.read().now();
    var findings = new Findings();
    named(name, draft, findings);
    var year = Year.of(now.atZone(ZoneOffset.UTC).getYear());
    var calendar = new CalendarReading(draft, year, findings).read();
    var before = own(request, name);
    var saved = new NamedCalendar(request.who().owner(), name, calendar, since(before, now), now);
    edits.save(saved);
    var answer = Answer.ok(CalendarViews.whole(saved, beside(request, saved)));
    return before.isPresent() ? answer : answer.withStatus(CREATED);
  }

  private static void named(String name, CalendarDraft draft, Findings findings) {
    if (!NamedCalendar.isName(name)) {
      findings.add("/name", "a name is needed: " + NamedCalendar.NAME_WANTED);
    } else if (draft.name().filter(said -> !said.equals(name)).isPresent()) {
      findings.add("/name", "name is another than in the path; a calendar is not renamed");
    }
  }

  private static Instant since(Optional<NamedCalendar> before, Instant now) {
    return before.map(NamedCalendar::createdAt).orElse(now);
  }

  private Answer list(Request request) {
    var all = store.calendars().list(request.who().scope());
    var paging = request.paging();
    var part = paging.cut(all);
    return Answer.ok(
        new CalendarList(
            part.items().stream().map(one -> CalendarViews.row(one, beside(request, one))).toList(),
            all.size(),
            paging.page(),
            paging.size(),
            part.nextToken()));
  }

  private Answer show(Request request) {
    var found = found(request);
    return Answer.ok(CalendarViews.whole(found, beside(request, found)));
  }

  private Answer delete(Request request) {
    var found = found(request);
    return switch (store.calendars().delete(found.owner(), found.name())) {
      case Deleted.Done() -> Answer.nothing();
      case Deleted.NotFound() -> throw notFound();
      case Deleted.InUse(var schedules) ->
          throw Refusal.of(
              Wrong.CONFLICT,
              "schedules use the calendar "
                  + found.name()
                  + ": "
                  + String.join(", ", schedules)
                  + "; take it out of them first");
    };
  }

  private NamedCalendar found(Request request) {
    var name = request.path("name");
    return own(request, name)
        .or(() -> store.calendars().find(request.who().scope(), name))
        .orElseThrow(CalendarRoutes::notFound);
  }

  /** The one that the caller's schedules call by this name. */
  private Optional<NamedCalendar> own(Request request, String name) {
    return store.calendars().resolve(request.who().owner(), name);
  }

  private CalendarViews.Beside beside(Request request, NamedCalendar calendar) {
    return new CalendarViews.Beside(
        new UserNames(store.access()).of(calendar.owner()), request.who().bearer().tenant().id());
  }

  private static Refusal notFound() {
    return Refusal.notFound("Calendar");
  }
}
