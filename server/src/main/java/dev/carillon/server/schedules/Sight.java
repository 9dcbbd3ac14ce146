package dev.carillon.server.schedules;

import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.TriggerSpec;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.server.http.Ids;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the names in a draft stand for, to whoever says so.
 *
 * @param seen those of the named schedules that whoever says so sees
 * @param own the schedule itself, which does not run after itself; a new one is not there yet
 * @param calendars those of the schedule's owner
 */
record Sight(Set<ScheduleId> seen, Optional<ScheduleId> own, KnownCalendars calendars) {
  /** Looks for what a draft names, before any lock is held. */
  static Sight of(ScheduleDraft draft, ReadStore store, Scope scope, Optional<ScheduleId> own) {
    return new Sight(
        named(draft)
            .filter(id -> store.schedule(scope, id).isPresent())
            .collect(Collectors.toUnmodifiableSet()),
        own,
        KnownCalendars.NONE);
  }

  /** The same with these calendars. */
  Sight knowing(KnownCalendars others) {
    return new Sight(seen, own, others);
  }

  private static Stream<ScheduleId> named(ScheduleDraft draft) {
    return draft.trigger().stream()
        .flatMap(trigger ->
            trigger instanceof TriggerSpec.After after ? after.schedules().stream() : Stream.of())
        .distinct()
        .limit(Trigger.After.MOST)
        .flatMap(text -> Ids.uuid(text).stream())
        .map(ScheduleId::new);
  }
}
