package dev.carillon.core.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/** The nominal instants of a trigger. Immutable, bounded work for every question. */
public interface Timetable {
  /** A timetable without a single instant, as of a manual trigger. */
  Timetable EMPTY =
      new Timetable() {
        @Override
        public Optional<Instant> after(Instant instant) {
          return Optional.empty();
        }

        @Override
        public Optional<Instant> before(Instant instant) {
          return Optional.empty();
        }

        @Override
        public long count(Instant from, Instant to) {
          return 0;
        }
      };

  /** A timetable of what another engine answers. */
  static Timetable of(
      Function<Instant, Optional<Instant>> after,
      Function<Instant, Optional<Instant>> before,
      ToLongBiFunction<Instant, Instant> count) {
    return new Timetable() {
      @Override
      public Optional<Instant> after(Instant instant) {
        return after.apply(instant);
      }

      @Override
      public Optional<Instant> before(Instant instant) {
        return before.apply(instant);
      }

      @Override
      public long count(Instant from, Instant to) {
        return count.applyAsLong(from, to);
      }
    };
  }

  /** The first instant strictly after the given one. */
  Optional<Instant> after(Instant instant);

  /** The last instant strictly before the given one. */
  Optional<Instant> before(Instant instant);

  /** How many instants lie in [from, to), by arithmetic and not by stepping. */
  long count(Instant from, Instant to);

  /** The first instant at or after the given one. */
  default Optional<Instant> from(Instant instant) {
    return after(instant.minusMillis(1));
  }
}
