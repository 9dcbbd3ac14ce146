package dev.carillon.store.transaction;

import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.store.json.DefinitionJson;
import dev.carillon.store.json.HeadingJson;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.transaction.Compiled.Kept;
import dev.carillon.store.transaction.Compiled.Version;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schedules in their versions. A version never changes, so it is compiled once and kept in memory;
 * what the calendars stand for that it names is asked each time. Shared by all threads.
 */
public final class Schedules {
  /** Characters: some 50,000 schedules of usual size, and at most 64 MiB. */
  private static final long KEPT = 32L << 20;

  /** What a schedule weighs beside its texts, in characters. */
  private static final int UNWRITTEN = 200;

  private static final Logger log = LoggerFactory.getLogger(Schedules.class);

  private static final Definition UNREADABLE =
      new Definition(
          new Trigger.Manual(), new Target.Agent("unreadable"), Input.NONE, Policies.DEFAULT);

  private final Compiled compiled;
  private final KnownCalendars calendars = new KnownCalendars();

  private Schedules(long most) {
    compiled = new Compiled(most);
  }

  /** Keeps what it has compiled. */
  static Schedules cached() {
    return new Schedules(KEPT);
  }

  /**
   * Keeps nothing: for the transactions that make versions, because one that is undone must not
   * leave behind a version that never was.
   */
  static Schedules uncached() {
    return new Schedules(0);
  }

  /** Forgets what it has compiled, because a transaction that may have been read was undone. */
  void forget() {
    compiled.forget();
    calendars.forget();
  }

  /** The schedule with what its calendars are now. */
  Schedule know(Sql sql, Schedule schedule) throws SQLException {
    return calendars.know(sql, schedule);
  }

  /** A schedule in this version; throws when its definition cannot be read. */
  public Schedule find(Sql sql, ScheduleId id, int version) throws SQLException {
    var key = new Version(id, version);
    var known = compiled.find(key);
    if (known.isPresent()) {
      return know(sql, known.get());
    }
    var read = read(sql, id, version, DefinitionJson::read);
    compiled.keep(key, read);
    return know(sql, read.schedule());
  }

  /** A schedule in this version, unless its definition cannot be read, which is told. */
  Optional<Schedule> readable(Sql sql, ScheduleId id, int version) throws SQLException {
    try {
      return Optional.of(find(sql, id, version));
    } catch (RuntimeException unreadable) {
      log.error("definition cannot be read schedule={} version={}", id, version, unreadable);
      return Optional.empty();
    }
  }

  /**
   * A schedule as people see it: one whose definition cannot be read stands there without a trigger
   * and without a target, so that it can be listed, mended and deleted.
   */
  Shown shown(Sql sql, ScheduleId id, int version) throws SQLException {
    var readable = readable(sql, id, version);
    return readable.isPresent()
        ? new Shown(readable.get(), false)
        : new Shown(read(sql, id, version, _ -> UNREADABLE).schedule(), true);
  }

  /** A schedule, and whether that is not all of it, because it cannot be read. */
  record Shown(Schedule schedule, boolean isUnread) {}

  /** Writes a new version of a schedule that has a row already. */
  void save(Sql sql, Schedule schedule) throws SQLException {
    sql.of("INSERT INTO schedule_version (schedule_id, version, definition) VALUES (?, ?, ?)")
        .id(schedule.id().value())
        .integer(schedule.version())
        .text(DefinitionJson.write(schedule.definition()))
        .update();
  }

  /** Those of the names that an agent of this owner has. */
  Set<String> agents(Sql sql, Owner owner, Set<String> names) throws SQLException {
    var found = new HashSet<String>();
    for (var name : names) {
      sql.of("SELECT name FROM agent WHERE tenant_no = ? AND owner_no = ? AND name = ?")
          .integer(owner.tenant())
          .integer(owner.user())
          .text(name)
          .one(row -> row.text("name"))
          .ifPresent(found::add);
    }
    return found;
  }

  /** Whether the owner of a schedule has its target in the store. */
  boolean targetStored(Sql sql, Schedule schedule) throws SQLException {
    return switch (schedule.definition().target()) {
      case Target.Agent(var name) -> !agents(sql, schedule.owner(), Set.of(name)).isEmpty();
    };
  }

  private static Kept read(
      Sql sql, ScheduleId id, int version, Function<String, Definition> definition)
      throws SQLException {
    return sql.of(
            """
            SELECT s.schedule_id, s.tenant_no, s.owner_no, s.heading, s.created_at, s.updated_at,
                   v.version, v.definition
              FROM schedule s JOIN schedule_version v ON v.schedule_id = s.schedule_id
             WHERE s.schedule_id = ? AND v.version = ?
            """)
        .id(id.value())
        .integer(version)
        .one(row -> kept(row, definition))
        .orElseThrow(() ->
            new IllegalStateException(
                "schedule " + id + " has no version " + version + " in the store"));
  }

  private static Kept kept(Row row, Function<String, Definition> definition) throws SQLException {
    var heading = row.text("heading");
    var text = row.text("definition");
    var schedule =
        new Schedule(
            new ScheduleId(row.id("schedule_id")),
            new Owner(row.integer("tenant_no"), row.integer("owner_no")),
            row.integer("version"),
            HeadingJson.read(heading),
            definition.apply(text),
            row.instant("created_at"),
            row.instant("updated_at"));
    return new Kept(schedule, UNWRITTEN + heading.length() + text.length());
  }
}
