package dev.carillon.core.schedule;

import dev.carillon.core.cron.CronTimes;
import java.time.Instant;
import java.util.Optional;

/** What makes a schedule due. */
public sealed interface Trigger {
  /** Due at the instants of a cron line, in a zone, under a policy for clock changes. */
  record Cron(CronTimes times) implements Trigger {}

  /** Never due by itself: it runs when somebody asks. */
  record Manual() implements Trigger {}

  /** The instants at which this trigger is due. */
  default Timetable timetable() {
    return switch (this) {
      case Cron(var times) -> new CronTimetable(times);
      case Manual() -> Timetable.EMPTY;
    };
  }

  /** The cron engine seen as a timetable. */
  record CronTimetable(CronTimes times) implements Timetable {
    @Override
    public Optional<Instant> after(Instant instant) {
      return times.next(instant);
    }

    @Override
    public Optional<Instant> before(Instant instant) {
      return times.previous(instant);
    }

    @Override
    public long count(Instant from, Instant to) {
      return times.count(from, to);
    }
  }
}
