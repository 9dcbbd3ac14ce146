package dev.carillon.engine.store;

import dev.carillon.core.schedule.Owner;
import java.util.List;
import java.util.Optional;

/**
 * The calendars that people named. A name belongs to its owner. What was acknowledged is durable,
 * and no occurrence that is planned after it follows the calendar as it was before.
 */
public interface CalendarStore {
  /**
   * Creates the calendar or replaces its content. What the schedules that use it have due is
   * planned first, by the calendar as it was; then they are looked at anew.
   */
  void save(NamedCalendar calendar, PlanRule rule);

  /** A calendar of that name that the scope sees; of several owners' that of the lowest number. */
  Optional<NamedCalendar> find(Scope scope, String name);

  /** The calendar that the schedules of this owner call by this name: the owner's own. */
  Optional<NamedCalendar> resolve(Owner owner, String name);

  /** The calendars that the scope sees, by name, then by owner. */
  List<NamedCalendar> list(Scope scope);

  /** Forgets the calendar, unless a schedule uses it. */
  Deleted delete(Owner owner, String name);

  /** The answer to a deletion. */
  sealed interface Deleted {
    /** It is forgotten. */
    record Done() implements Deleted {}

    /** The owner has none of that name. */
    record NotFound() implements Deleted {}

    /** Schedules of these names use it; of many, the first few. */
    record InUse(List<String> schedules) implements Deleted {
      public InUse {
        schedules = List.copyOf(schedules);
      }
    }
  }
}
