package dev.carillon.server.schedules;

import dev.carillon.api.schedules.Done;
import dev.carillon.api.schedules.PauseRequest;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ResumeRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.ScheduleList;
import dev.carillon.api.schedules.ScheduleView;
import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.change.Schedules;
import dev.carillon.engine.change.Schedules.Edited;
import dev.carillon.engine.change.Schedules.Who;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.ChangeStore.Created;
import dev.carillon.engine.store.ChangeStore.Draft;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.NamedCalendar;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.Store;
import dev.carillon.server.auth.UserNames;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Characters;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Draw;
import dev.carillon.server.http.Ids;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Wrong;
import dev.carillon.server.schedules.Views.Beside;
import dev.carillon.server.schedules.Views.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Creating, reading and changing schedules. */
public final class ScheduleRoutes {
  private static final String PATH = "/api/v1/schedules";
  private static final String ONE = PATH + "/{schedule_id}";

  private final Store store;
  private final Schedules schedules;
  private final Settings settings;
  private final Draw draw;
  private final Drafting drafting;
  private final Warnings warnings;

  /**
   * What an operator sets.
   *
   * @param defaultAgent whom schedules without a target call
   * @param maxPerUser how many schedules a member may have
   * @param minInterval how far apart the times of a schedule lie at least; zero sets no minimum
   * @param localAgents agents that this process is itself
   */
  public record Settings(
      String defaultAgent, int maxPerUser, Duration minInterval, Set<String> localAgents) {}

  public ScheduleRoutes(Store store, Schedules schedules, Settings settings, Draw draw) {
    this.store = store;
    this.schedules = schedules;
    this.settings = settings;
    this.draw = draw;
    drafting = new Drafting(settings.defaultAgent(), settings.minInterval());
    warnings = new Warnings(store, settings.localAgents());
  }

  public List<Route> routes() {
    var read = Door.needs(Permission.SCHEDULES_READ);
    var write = Door.needs(Permission.SCHEDULES_WRITE);
    return List.of(
        Route.post(PATH, write, this::create),
        Route.get(PATH, read, this::list),
        Route.post(PATH + "/preview", read, this::preview),
        Route.get(ONE, read, this::show),
        Route.put(ONE, write, this::put),
        Route.patch(ONE, write, this::patch),
        Route.delete(ONE, write, this::delete),
        Route.post(ONE + "/pause", write, this::pause),
        Route.post(ONE + "/resume", write, this::resume));
  }

  /** The id in the path; what cannot be one is absent like every other that is not there. */
  public static ScheduleId id(Request request) {
    return Ids.uuid(request.path("schedule_id"))
        .map(ScheduleId::new)
        .orElseThrow(ScheduleRoutes::notFound);
  }

  /** There is no such schedule for whoever asks. */
  public static Refusal notFound() {
    return Refusal.notFound("Schedule");
  }

  private Answer create(Request request) {
    var who = request.who();
    var sent = request.body(ScheduleDraft.class);
    var sight = sight(sent, who.scope(), who.owner(), Optional.empty());
    var drafted = drafting.create(sent, store.read().now(), sight);
    var draft =
        new Draft(
            new ScheduleId(draw.uuid()),
            who.owner(),
            drafted.heading(),
            drafted.definition(),
            who.actor());
    return switch (schedules.create(draft, atMost(request))) {
      case Created.Done(var entry) -> {
        var said = said(request, entry, "Schedule created successfully");
        var schedule = entry.schedule();
        yield Answer.created(PATH + "/" + schedule.id(), said).withVersion(schedule.version());
      }
      case Created.LimitReached(var count) -> throw limitReached(count);
      case Created.NoCalendar(var name) ->
          throw Refusal.of(Wrong.CONFLICT, "there is no calendar " + name + " any more");
    };
  }

  private OptionalInt atMost(Request request) {
    return request.who().role().atLeast(Role.ADMIN)
        ? OptionalInt.empty()
        : OptionalInt.of(settings.maxPerUser());
  }

  private Refusal limitReached(int count) {
    return Refusal.of(
        Wrong.LIMIT_REACHED,
        "schedule limit reached: " + count + "/" + settings.maxPerUser() + " schedules");
  }

  private Answer list(Request request) {
    var paging = request.paging();
    var page = store.read().schedules(request.who().scope(), Listing.query(request, paging));
    var names = new UserNames(store.access());
    return Answer.ok(
        new ScheduleList(
            page.items().stream()
                .map(entry -> Views.row(entry, beside(request, entry, names, Optional.empty())))
                .toList(),
            Math.min(page.total(), Page.COUNTED),
            Optional.of(true).filter(exceeded -> page.exceeded()),
            paging.page(),
            paging.size(),
            Listing.next(page)));
  }

  private Answer preview(Request request) {
    var sent = request.body(PreviewRequest.class);
    var who = request.who();
    var sight = sight(sent.schedule(), who.scope(), who.owner(), Optional.empty());
    return Answer.ok(Previewing.preview(sent, store.read().now(), drafting, sight));
  }

  private Answer show(Request request) {
    var entry = present(request);
    return Answer.ok(whole(request, entry, Optional.empty()))
        .withVersion(entry.schedule().version());
  }

  private Answer put(Request request) {
    var sent = written(request);
    Request.bound(sent.fields(), ScheduleDraft.class);
    return edit(request, sent.seen(), edited -> Editing.put(edited, sent.fields()));
  }

  private Answer patch(Request request) {
    var sent = written(request);
    return edit(request, sent.seen(), edited -> Editing.patch(edited, sent.fields()));
  }

  /** What may be written, and the version that was seen: by the header, else as GET gave it. */
  private record Written(ObjectNode fields, OptionalInt seen) {}

  private Written written(Request request) {
    var sent = request.tree();
    var present = present(request);
    Editing.requireWhole(present, sent);
    var version = ReadOnly.version(sent);
    var now = present.schedule().version();
    if (version.isPresent() && version.getAsInt() != now) {
      throw changedMeanwhile(now);
    }
    var shown =
        Optional.of(present)
            .filter(_ -> request.who().may(Permission.SCHEDULES_READ))
            .map(entry -> whole(request, entry, Optional.empty()));
    var inHeader = request.ifMatch();
    return new Written(ReadOnly.without(sent, shown), inHeader.isPresent() ? inHeader : version);
  }

  /** Tried on what is there first, so that a refusal comes before the store holds its locks. */
  private Answer edit(Request request, OptionalInt seen, Function<Edited, ScheduleDraft> draft) {
    var now = store.read().now();
    var there = present(request).schedule();
    var before = new Edited(there.heading(), there.definition());
    var scope = request.who().scope();
    var sight = sight(draft.apply(before), scope, there.owner(), Optional.of(there.id()));
    UnaryOperator<Edited> edit = edited -> again(edited, draft.apply(edited), now, sight);
    var _ = edit.apply(before);
    return answer(
        request,
        schedules.edit(who(request, seen), atMost(request), edit),
        new Words("Schedule updated successfully", "Nothing to change"));
  }

  private Sight sight(ScheduleDraft draft, Scope scope, Owner owner, Optional<ScheduleId> own) {
    return Sight.of(draft, store.read(), scope, own).knowing(calendars(owner));
  }

  /** Each is asked once: within the store's transaction nothing else can be asked of it. */
  private KnownCalendars calendars(Owner owner) {
    var asked = new ConcurrentHashMap<String, Optional<Calendar>>();
    return name ->
        asked.computeIfAbsent(
            name, one -> store.calendars().resolve(owner, one).map(NamedCalendar::calendar));
  }

  private Edited again(Edited present, ScheduleDraft draft, Instant now, Sight sight) {
    var drafted = drafting.edit(draft, now, present.definition(), sight);
    return new Edited(drafted.heading(), drafted.definition());
  }

  private Answer delete(Request request) {
    entry(schedules.delete(who(request)));
    return Answer.ok(new Done(true, "Schedule deleted successfully"));
  }

  private Answer pause(Request request) {
    var reason =
        request.body(PauseRequest.class, new PauseRequest(Optional.empty())).reason().orElse("");
    requireShort(reason);
    return answer(
        request,
        schedules.pause(who(request), reason),
        new Words("Schedule paused", "Nothing to pause"));
  }

  private Answer resume(Request request) {
    var none = new ResumeRequest(Optional.empty());
    requireShort(request.body(ResumeRequest.class, none).reason().orElse(""));
    return answer(
        request,
        schedules.resume(who(request)),
        new Words("Schedule resumed", "Nothing to resume"));
  }

  private static void requireShort(String reason) {
    var most = 1_000;
    if (Characters.in(reason) > most) {
      throw Refusal.at("/reason", "reason has at most " + most + " characters");
    }
  }

  private Who who(Request request) {
    return who(request, request.ifMatch());
  }

  private Who who(Request request, OptionalInt seen) {
    var who = request.who();
    return new Who(who.scope(), id(request), who.actor(), seen);
  }

  private Entry present(Request request) {
    return store
        .read()
        .schedule(request.who().scope(), id(request))
        .orElseThrow(ScheduleRoutes::notFound);
  }

  /** What is said of a deed, and of one that had nothing to do. */
  private record Words(String done, String nothing) {}

  private Answer answer(Request request, Changed changed, Words words) {
    var entry = entry(changed);
    var status = Views.status(entry.clock().status());
    var message =
        changed instanceof Changed.Already
            ? words.nothing() + ": the schedule is " + status
            : words.done();
    return Answer.ok(said(request, entry, message)).withVersion(entry.schedule().version());
  }

  private Entry entry(Changed changed) {
    return switch (changed) {
      case Changed.Done(var entry) -> entry;
      case Changed.Already(var entry) -> entry;
      case Changed.NotFound() -> throw notFound();
      case Changed.Refused(var why) -> throw Refusal.of(Wrong.CONFLICT, why);
      case Changed.LimitReached(var count) -> throw limitReached(count);
      case Changed.Outdated(var version) -> throw changedMeanwhile(version);
    };
  }

  private static Refusal changedMeanwhile(int version) {
    return Refusal.of(
            Wrong.CHANGED_MEANWHILE,
            "somebody has changed the schedule meanwhile: it is version " + version + " now")
        .with("ETag", "\"" + version + "\"");
  }

  /** Who may write but not read is not told what others wrote. */
  private Object said(Request request, Entry entry, String message) {
    var said = new Said(message, warnings.about(entry.schedule(), store.read().now()));
    return request.who().may(Permission.SCHEDULES_READ)
        ? whole(request, entry, Optional.of(said))
        : Views.receipt(entry, said);
  }

  private ScheduleView whole(Request request, Entry entry, Optional<Said> said) {
    return Views.of(entry, beside(request, entry, new UserNames(store.access()), said));
  }

  private static Beside beside(Request request, Entry entry, UserNames names, Optional<Said> said) {
    var tenant = request.who().bearer().tenant().id();
    return new Beside(names.of(entry.schedule().owner()), tenant, said);
  }
}
