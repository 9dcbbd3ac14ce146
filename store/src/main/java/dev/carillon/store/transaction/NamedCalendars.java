package dev.carillon.store.transaction;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.Calendars;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Clock;
import dev.carillon.engine.store.CalendarStore;
import dev.carillon.engine.store.NamedCalendar;
import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.json.CalendarJson;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the calendars of all tenants, and which schedules use them. */
public final class NamedCalendars implements CalendarStore {
  /** So many schedules are named that keep a calendar from being deleted. */
  private static final int NAMED = 5;

  private static final String COLUMNS =
      "SELECT tenant_no, owner_no, name, content, created_at, updated_at FROM calendar";

  /** Nothing starts here. */
  private static final int NO_NODE = 0;

  /** As many turns pass any backlog that can build up; what is left is due by the new calendar. */
  private static final int MOST_TURNS = 20;

  private final Transactions transactions;
  private final Schedules schedules;
  private final Places places;

  NamedCalendars(Transactions transactions, Schedules schedules, Places places) {
    this.transactions = transactions;
    this.schedules = schedules;
    this.places = places;
  }

  @Override
  public void save(NamedCalendar calendar, PlanRule rule) {
    var leaveOut = new HashSet<RunId>();
    while (!isSaved(calendar, rule, leaveOut)) {
      // Somebody began to use it between the two looks at who does; their clocks are locked next.
    }
  }

  private boolean isSaved(NamedCalendar calendar, PlanRule rule, Set<RunId> leaveOut) {
    try {
      return transactions.write(Lane.PEOPLE, sql -> isSaved(sql, calendar, rule, leaveOut));
    } catch (Planning.ExistsAlready existing) {
      leaveOut.addAll(existing.runs());
      return false;
    }
  }

  /**
   * Clocks are locked before the calendar, as in an edit of a schedule; answers false when another
   * schedule has come to use it meanwhile.
   */
  private boolean isSaved(Sql sql, NamedCalendar calendar, PlanRule rule, Set<RunId> leaveOut)
      throws SQLException {
    var users = users(sql, calendar.owner(), calendar.name());
    var clocks = Clocks.lock(sql, users);
    lock(sql, calendar.owner(), calendar.name(), sql.dialect().locked());
    if (!users.containsAll(users(sql, calendar.owner(), calendar.name()))) {
      return false;
    }
    var now = sql.now();
    passDue(sql, clocks.values(), rule, leaveOut);
    write(sql, calendar, now);
    for (var user : users) {
      lookAt(sql, user, now);
    }
    return true;
  }

  /** What is due is due by the calendar as it was. */
  private void passDue(Sql sql, Collection<Clock> clocks, PlanRule rule, Set<RunId> leaveOut)
      throws SQLException {
    var how = new Planning.How(NO_NODE, rule, 0, () -> false);
    var planning = new Planning(sql, schedules, places, how);
    var now = sql.now();
    var due = clocks.stream().filter(clock -> Planning.isDue(clock, now)).toList();
    for (var turn = 0; turn < MOST_TURNS && !due.isEmpty(); turn++) {
      planning.plan(due, now, leaveOut);
      due =
          Clocks.lock(sql, due.stream().map(Clock::schedule).toList()).values().stream()
              .filter(clock -> Planning.isDue(clock, now))
              .toList();
    }
  }

  private static void write(Sql sql, NamedCalendar calendar, Instant now) throws SQLException {
    var owner = calendar.owner();
    var revision =
        sql.of(
                """
                SELECT max(revision) AS last FROM calendar_version
                 WHERE tenant_no = ? AND owner_no = ? AND name = ?
                """)
            .integer(owner.tenant())
            .integer(owner.user())
            .text(calendar.name())
            .one(row -> row.numberIfAny("last").orElse(0) + 1)
            .orElse(1L);
    var content = CalendarJson.write(calendar.calendar());
    sql.of(
            """
            INSERT INTO calendar_version (tenant_no, owner_no, name, revision, content, at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .integer(owner.tenant())
        .integer(owner.user())
        .text(calendar.name())
        .number(revision)
        .text(content)
        .instant(now)
        .update();
    sql.of(
            """
            INSERT INTO calendar (tenant_no, owner_no, name, revision, content, created_at,
                   updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_no, owner_no, name) DO UPDATE
               SET content = excluded.content, revision = excluded.revision,
                   updated_at = excluded.updated_at
            """)
        .integer(owner.tenant())
        .integer(owner.user())
        .text(calendar.name())
        .number(revision)
        .text(content)
        .instant(calendar.createdAt())
        .instant(calendar.updatedAt())
        .update();
  }

  /** When a clock wakes was told by the calendar as it was. */
  private static void lookAt(Sql sql, ScheduleId schedule, Instant now) throws SQLException {
    sql.of("UPDATE clock SET wake_at = ? WHERE schedule_id = ? AND wake_at > ?")
        .instant(now)
        .id(schedule.value())
        .instant(now)
        .update();
  }

  @Override
  public Optional<NamedCalendar> find(Scope scope, String name) {
    var filter = Filter.seenBy(scope).and("name = ?", one -> one.text(name));
    return transactions.read(
        Lane.PEOPLE,
        sql ->
            filter
                .bind(sql.of(COLUMNS + filter.clause() + " ORDER BY owner_no LIMIT 1"))
                .one(NamedCalendars::read));
  }

  @Override
  public Optional<NamedCalendar> resolve(Owner owner, String name) {
    return find(Scope.of(owner), name);
  }

  @Override
  public List<NamedCalendar> list(Scope scope) {
    var filter = Filter.seenBy(scope);
    return transactions.read(
        Lane.PEOPLE,
        sql ->
            filter
                .bind(sql.of(COLUMNS + filter.clause() + " ORDER BY name, owner_no"))
                .list(NamedCalendars::read));
  }

  @Override
  public Deleted delete(Owner owner, String name) {
    return transactions.write(Lane.PEOPLE, sql -> delete(sql, owner, name));
  }

  private static Deleted delete(Sql sql, Owner owner, String name) throws SQLException {
    if (!lock(sql, owner, name, sql.dialect().locked())) {
      return new Deleted.NotFound();
    }
    var users =
        sql.of(
                """
                SELECT s.name FROM schedule_calendar u
                  JOIN schedule s ON s.schedule_id = u.schedule_id
                 WHERE u.tenant_no = ? AND u.owner_no = ? AND u.name = ?
                 ORDER BY s.name LIMIT ?
                """)
            .integer(owner.tenant())
            .integer(owner.user())
            .text(name)
            .integer(NAMED)
            .list(row -> row.text("name"));
    if (!users.isEmpty()) {
      return new Deleted.InUse(users);
    }
    sql.of("DELETE FROM calendar WHERE tenant_no = ? AND owner_no = ? AND name = ?")
        .integer(owner.tenant())
        .integer(owner.user())
        .text(name)
        .update();
    return new Deleted.Done();
  }

  /** Notes which calendars a schedule uses now, in place of those before. */
  static void use(Sql sql, Schedule schedule) throws SQLException {
    release(sql, schedule.id());
    for (var name : schedule.definition().bounds().calendars().names()) {
      sql.of(
              """
              INSERT INTO schedule_calendar (schedule_id, tenant_no, owner_no, name)
              VALUES (?, ?, ?, ?)
              """)
          .id(schedule.id().value())
          .integer(schedule.owner().tenant())
          .integer(schedule.owner().user())
          .text(name)
          .update();
    }
  }

  /** The schedule uses no calendar any more. */
  static void release(Sql sql, ScheduleId schedule) throws SQLException {
    sql.of("DELETE FROM schedule_calendar WHERE schedule_id = ?").id(schedule.value()).update();
  }

  /**
   * Keeps the calendars that a schedule is to use as they are until the end of the transaction;
   * answers with the first of which there is none.
   */
  static Optional<String> missing(Sql sql, Owner owner, Calendars calendars) throws SQLException {
    for (var name : calendars.names()) {
      if (!lock(sql, owner, name, sql.dialect().shared())) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean lock(Sql sql, Owner owner, String name, String how) throws SQLException {
    return sql.of(
            "SELECT name FROM calendar WHERE tenant_no = ? AND owner_no = ? AND name = ?" + how)
        .integer(owner.tenant())
        .integer(owner.user())
        .text(name)
        .any();
  }

  private static List<ScheduleId> users(Sql sql, Owner owner, String name) throws SQLException {
    return sql.of(
            """
            SELECT schedule_id FROM schedule_calendar
             WHERE tenant_no = ? AND owner_no = ? AND name = ?
            """)
        .integer(owner.tenant())
        .integer(owner.user())
        .text(name)
        .list(row -> new ScheduleId(row.id("schedule_id")));
  }

  private static NamedCalendar read(Row row) throws SQLException {
    return new NamedCalendar(
        new Owner(row.integer("tenant_no"), row.integer("owner_no")),
        row.text("name"),
        CalendarJson.read(row.text("content")),
        row.instant("created_at"),
        row.instant("updated_at"));
  }
}
