package dev.carillon.core.schedule;

import dev.carillon.core.cron.CronTimes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What makes a schedule due. */
public sealed interface Trigger {
  /** Due at the instants of a cron line, in a zone, under a policy for clock changes. */
  record Cron(CronTimes times) implements Trigger {
    /** Two cron triggers are the same when they say the same. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Cron(var others)
          && times.expression().equals(others.expression())
          && times.zone().equals(others.zone())
          && times.policy().equals(others.policy());
    }

    @Override
    public int hashCode() {
      return Objects.hash(times.expression(), times.zone(), times.policy());
    }
  }

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
