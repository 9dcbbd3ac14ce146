package dev.carillon.store.transaction;

import dev.carillon.core.schedule.Calendars;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.Change.Apply;
import dev.carillon.engine.store.Change.Leave;
import dev.carillon.engine.store.Change.Outdated;
import dev.carillon.engine.store.Change.Refuse;
import dev.carillon.engine.store.ChangeRule;
import dev.carillon.engine.store.ChangeStore;
import dev.carillon.engine.store.Deed;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Halt;
import dev.carillon.engine.store.NewRun;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.Standing;
import dev.carillon.store.json.HeadingJson;
import dev.carillon.store.sql.Folded;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Creates and changes schedules, each in one transaction. */
public final class Change implements ChangeStore {
  private final Transactions transactions;
  private final Schedules schedules;
  private final Places places;

  Change(Transactions transactions, Schedules schedules, Places places) {
    this.transactions = transactions;
    this.schedules = schedules;
    this.places = places;
  }

  @Override
  public Created create(Draft draft, OptionalInt atMost, FirstClock first) {
    return transactions.write(Lane.PEOPLE, sql -> create(sql, draft, atMost, first));
  }

  private Created create(Sql sql, Draft draft, OptionalInt atMost, FirstClock first)
      throws SQLException {
    var all = allThatAreAllowed(sql, draft.owner(), atMost);
    if (all.isPresent()) {
      return new Created.LimitReached(all.getAsInt());
    }
    var missing = NamedCalendars.missing(sql, draft.owner(), calendars(draft.definition()));
    if (missing.isPresent()) {
      return new Created.NoCalendar(missing.get());
    }
    var now = sql.now();
    var schedule = schedules.know(sql, schedule(draft, now));
    insert(sql, schedule);
    schedules.save(sql, schedule);
    NamedCalendars.use(sql, schedule);
    Listeners.save(sql, schedule);
    var clock = first.of(schedule, now);
    insert(sql, schedule.owner(), clock);
    Activities.deed(
        sql, schedule.owner(), schedule.id(), new Deed(Deed.Kind.CREATED, draft.actor(), ""), now);
    return new Created.Done(new Entry(schedule, clock, Standing.FRESH, Optional.empty(), false));
  }

  private static Schedule schedule(Draft draft, Instant now) {
    return new Schedule(
        draft.id(), draft.owner(), 1, draft.heading(), draft.definition(), now, now);
  }

  private static Calendars calendars(Definition definition) {
    return definition.bounds().calendars();
  }

  @Override
  public Changed change(Scope scope, ScheduleId id, OptionalInt atMost, ChangeRule rule) {
    return transactions.write(Lane.PEOPLE, sql -> change(sql, scope, id, atMost, rule));
  }

  private Changed change(Sql sql, Scope scope, ScheduleId id, OptionalInt atMost, ChangeRule rule)
      throws SQLException {
    var entry = Entries.lock(sql, schedules, scope, id);
    if (entry.isEmpty()) {
      return new Changed.NotFound();
    }
    var now = sql.now();
    var targetStored = schedules.targetStored(sql, entry.get().schedule());
    return switch (rule.decide(entry.get(), now, targetStored)) {
      case Apply apply -> {
        // The tenant is locked before its users, as wherever people are changed.
        if (waitsAnew(entry.get(), apply) && Listeners.makesCircle(sql, apply.schedule())) {
          yield new Changed.Refused(
              "it would run after itself, for one of the schedules that it is to run after runs"
                  + " after it: leave that one out, or change that one first");
        }
        var all =
            revives(entry.get(), apply)
                ? allThatAreAllowed(sql, apply.schedule().owner(), atMost)
                : OptionalInt.empty();
        if (all.isPresent()) {
          yield new Changed.LimitReached(all.getAsInt());
        }
        var missing = missing(sql, entry.get(), apply);
        if (missing.isPresent()) {
          yield new Changed.Refused("there is no calendar " + missing.get());
        }
        apply(sql, entry.get(), apply, now);
        yield new Changed.Done(Entries.find(sql, schedules, id).orElseThrow());
      }
      case Leave() -> new Changed.Already(entry.get());
      case Refuse(var why) -> new Changed.Refused(why);
      case Outdated(var version) -> new Changed.Outdated(version);
    };
  }

  private static boolean revives(Entry before, Apply apply) {
    return before.clock().status() == ScheduleStatus.ENDED
        && apply.clock().status() == ScheduleStatus.ACTIVE;
  }

  private static Optional<String> missing(Sql sql, Entry before, Apply apply) throws SQLException {
    var schedule = apply.schedule();
    return schedule.version() == before.schedule().version()
        ? Optional.empty()
        : NamedCalendars.missing(sql, schedule.owner(), calendars(schedule.definition()));
  }

  /** Whether what it waits for is another. */
  private static boolean waitsAnew(Entry before, Apply apply) {
    return !before
        .schedule()
        .definition()
        .trigger()
        .equals(apply.schedule().definition().trigger());
  }

  private void apply(Sql sql, Entry before, Apply apply, Instant now) throws SQLException {
    var schedule = apply.schedule();
    if (schedule.version() != before.schedule().version()) {
      update(sql, schedule);
      schedules.save(sql, schedule);
      NamedCalendars.use(sql, schedule);
    }
    if (waitsAnew(before, apply)) {
      Listeners.save(sql, schedule);
    }
    saveHalt(sql, schedule.id(), apply.halt(), schedule.updatedAt());
    if (apply.clock().status() == ScheduleStatus.DELETED) {
      hide(sql, schedule.id(), now);
      NamedCalendars.release(sql, schedule.id());
      Listeners.forget(sql, schedule.id());
    }
    var lines = Ledger.add(sql, apply.lines(), now);
    Activities.lines(sql, lines, now);
    Clocks.save(sql, written(sql, apply, now), Ledger.covered(lines));
    settleWaiting(sql, apply, now);
    Activities.deed(sql, schedule.owner(), schedule.id(), apply.deed(), now);
  }

  /** Writes the runs of a change; a run that exists already takes no second place. */
  private static Clock written(Sql sql, Apply apply, Instant now) throws SQLException {
    var clock = looked(apply.clock(), calendars(apply.schedule().definition()), now);
    // A change starts nothing itself, so no node is needed: its runs are queued.
    var existing = LiveRuns.insert(sql, apply.runs(), new LiveRuns.Writing(0, now));
    for (NewRun run : existing) {
      clock = Places.without(clock, run.placement());
    }
    return clock;
  }

  /** A calendar may have changed since the edit was thought of: then it wakes at another time. */
  private static Clock looked(Clock clock, Calendars calendars, Instant now) {
    return calendars.isEmpty() ? clock : clock.at(clock.cursor(), clock.wake().map(_ -> now));
  }

  private void settleWaiting(Sql sql, Apply apply, Instant now) throws SQLException {
    var id = apply.schedule().id();
    switch (apply.waiting()) {
      case KEEP -> {}
      case RELEASE ->
          sql.of("UPDATE live SET waits_on = 0 WHERE schedule_id = ? AND waits_on = -2")
              .id(id.value())
              .update();
      case END -> endWaiting(sql, id, now);
    }
    handOn(sql, id);
  }

  /** Ends what waits; what runs goes on. */
  private void endWaiting(Sql sql, ScheduleId id, Instant now) throws SQLException {
    var waiting =
        sql.of(
                LiveRun.COLUMNS
                    + " WHERE schedule_id = ? AND state IN (1, 2) ORDER BY run_id"
                    + sql.dialect().locked())
            .id(id.value())
            .list(LiveRun::read);
    var closings =
        waiting.stream().map(run -> Claim.refusal(run, Reason.SCHEDULE_DELETED)).toList();
    var clocks = Map.copyOf(Clocks.lock(sql, List.of(id)));
    new Closer(places).close(sql, clocks, closings, now);
  }

  /** An edit may let in what waits for the schedule's place. */
  private void handOn(Sql sql, ScheduleId id) throws SQLException {
    var clock = Clocks.lock(sql, List.of(id)).get(id);
    if (clock != null) {
      var after = places.handOn(sql, clock);
      if (!after.equals(clock)) {
        Clocks.saveGate(sql, after);
      }
    }
  }

  /**
   * How many schedules the owner has, if no more are allowed; holds up others who count the same,
   * until the commit.
   */
  private static OptionalInt allThatAreAllowed(Sql sql, Owner owner, OptionalInt atMost)
      throws SQLException {
    if (atMost.isEmpty()) {
      return OptionalInt.empty();
    }
    sql.of("SELECT owner_no FROM app_user WHERE owner_no = ?" + sql.dialect().locked())
        .integer(owner.user())
        .any();
    var has =
        sql.of(
                """
                SELECT count(*) AS n
                  FROM schedule s JOIN clock c ON c.schedule_id = s.schedule_id
                 WHERE s.owner_no = ? AND s.deleted_at IS NULL AND c.status IN (1, 2, 4)
                """)
            .integer(owner.user())
            .one(row -> row.integer("n"))
            .orElse(0);
    return has < atMost.getAsInt() ? OptionalInt.empty() : OptionalInt.of(has);
  }

  private static void insert(Sql sql, Schedule schedule) throws SQLException {
    sql.of(
            """
            INSERT INTO schedule (schedule_id, tenant_no, owner_no, version, name, name_folded,
                   heading, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .id(schedule.id().value())
        .integer(schedule.owner().tenant())
        .integer(schedule.owner().user())
        .integer(schedule.version())
        .text(schedule.heading().name())
        .text(Folded.of(schedule.heading().name()))
        .text(HeadingJson.write(schedule.heading()))
        .instant(schedule.createdAt())
        .instant(schedule.updatedAt())
        .update();
  }

  private static void insert(Sql sql, Owner owner, Clock clock) throws SQLException {
    sql.of(
            """
            INSERT INTO clock (schedule_id, tenant_no, owner_no, version, status, cursor_at, wake_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .id(clock.schedule().value())
        .integer(owner.tenant())
        .integer(owner.user())
        .integer(clock.version())
        .integer(clock.status().code())
        .instant(clock.cursor())
        .instant(clock.wake())
        .update();
  }

  private static void update(Sql sql, Schedule schedule) throws SQLException {
    sql.of(
            """
            UPDATE schedule SET version = ?, name = ?, name_folded = ?, heading = ?, updated_at = ?
             WHERE schedule_id = ?
            """)
        .integer(schedule.version())
        .text(schedule.heading().name())
        .text(Folded.of(schedule.heading().name()))
        .text(HeadingJson.write(schedule.heading()))
        .instant(schedule.updatedAt())
        .id(schedule.id().value())
        .update();
  }

  /** Takes the schedule out of the lists; its clock says that it is deleted. */
  private static void hide(Sql sql, ScheduleId id, Instant now) throws SQLException {
    sql.of("UPDATE schedule SET deleted_at = ? WHERE schedule_id = ?")
        .instant(now)
        .id(id.value())
        .update();
  }

  static void saveHalt(Sql sql, ScheduleId id, Optional<Halt> halt, Instant now)
      throws SQLException {
    sql.of(
            """
            UPDATE schedule SET halted_at = ?, halted_by = ?, halt_reason = ?, updated_at = ?
             WHERE schedule_id = ?
            """)
        .instant(halt.map(Halt::at))
        .text(halt.map(Halt::by))
        .text(halt.map(Halt::reason))
        .instant(now)
        .id(id.value())
        .update();
  }

  static Owner owner(Sql sql, ScheduleId id) throws SQLException {
    return sql.of("SELECT tenant_no, owner_no FROM clock WHERE schedule_id = ?")
        .id(id.value())
        .one(row -> new Owner(row.integer("tenant_no"), row.integer("owner_no")))
        .orElseThrow();
  }
}
