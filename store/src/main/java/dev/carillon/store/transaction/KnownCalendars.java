package dev.carillon.store.transaction;

import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.store.json.CalendarJson;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the names of calendars stand for at this moment. Their revision is asked each time, their
 * content only when it is another. Shared by all threads; it guards what it keeps.
 */
final class KnownCalendars {
  private static final int KEPT = 200;

  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(Owner owner, String name) {}

  private record Kept(int revision, Calendar calendar) {}

  /** The schedule with what its calendars are now; a name of which there is none stays unknown. */
  Schedule know(Sql sql, Schedule schedule) throws SQLException {
    var names = schedule.definition().bounds().calendars().names();
    if (names.isEmpty()) {
      return schedule;
    }
    var known = new HashMap<String, Calendar>();
    for (var name : names) {
      find(sql, new Key(schedule.owner(), name)).ifPresent(one -> known.put(name, one));
    }
    return schedule.knowing(known);
  }

  synchronized void forget() {
    kept.clear();
  }

  private Optional<Calendar> find(Sql sql, Key key) throws SQLException {
    var revision = revision(sql, key);
    if (revision.isEmpty()) {
      return Optional.empty();
    }
    var before = kept(key).filter(one -> one.revision() == revision.getAsInt());
    return before.isPresent() ? before.map(Kept::calendar) : read(sql, key);
  }

  private static OptionalInt revision(Sql sql, Key key) throws SQLException {
    var found =
        sql.of(
                """
                SELECT revision FROM calendar WHERE tenant_no = ? AND owner_no = ? AND name = ?
                """)
            .integer(key.owner().tenant())
            .integer(key.owner().user())
            .text(key.name())
            .one(row -> row.integer("revision"));
    return found.isPresent() ? OptionalInt.of(found.get()) : OptionalInt.empty();
  }

  private Optional<Calendar> read(Sql sql, Key key) throws SQLException {
    var read =
        sql.of(
                """
                SELECT revision, content FROM calendar
                 WHERE tenant_no = ? AND owner_no = ? AND name = ?
                """)
            .integer(key.owner().tenant())
            .integer(key.owner().user())
            .text(key.name())
            .one(row -> new Kept(row.integer("revision"), CalendarJson.read(row.text("content"))));
    read.ifPresent(fresh -> keep(key, fresh));
    return read.map(Kept::calendar);
  }

  private synchronized Optional<Kept> kept(Key key) {
    return Optional.ofNullable(kept.get(key));
  }

  private synchronized void keep(Key key, Kept fresh) {
    kept.put(key, fresh);
    var eldest = kept.keySet().iterator();
    if (kept.size() > KEPT) {
      eldest.next();
      eldest.remove();
    }
  }
}
