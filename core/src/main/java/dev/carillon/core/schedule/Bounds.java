package dev.carillon.core.schedule;

import dev.carillon.core.time.Jitter;
import java.time.Instant;
import java.util.Optional;

/**
 * What bounds the occurrences of a schedule, whatever its trigger.
 *
 * @param startAt the first moment that may have one
 * @param endAt the last moment that may have one
 * @param maxRuns how many occurrences may become a run; the schedule ends with the last of them
 * @param window the part of each day in which occurrences may start
 * @param calendars the days and hours on which occurrences may start
 * @param jitter how far from its nominal time an occurrence may start
 */
public record Bounds(
    Optional<Instant> startAt,
    Optional<Instant> endAt,
    Optional<Integer> maxRuns,
    Optional<ExecutionWindow> window,
    Calendars calendars,
    Jitter jitter) {
  public static final Bounds NONE =
      new Bounds(Optional.empty(), Optional.empty(), Optional.empty());

  /** The largest that max_runs may be. */
  public static final int MOST_RUNS = 1_000_000_000;

  public Bounds {
    if (startAt.isPresent() && endAt.isPresent() && endAt.get().isBefore(startAt.get())) {
      throw new IllegalArgumentException("the end " + endAt + " lies before the start " + startAt);
    }
    if (maxRuns.filter(most -> most < 1 || most > MOST_RUNS).isPresent()) {
      throw new IllegalArgumentException("a schedule has 1 to " + MOST_RUNS + " runs: " + maxRuns);
    }
  }

  /** Bounds in time and number, which leave an occurrence where it is. */
  public Bounds(Optional<Instant> startAt, Optional<Instant> endAt, Optional<Integer> maxRuns) {
    this(startAt, endAt, maxRuns, Optional.empty(), Calendars.NONE, Jitter.NONE);
  }

  /** The same with another jitter. */
  public Bounds with(Jitter other) {
    return new Bounds(startAt, endAt, maxRuns, window, calendars, other);
  }

  /** The same with another window. */
  public Bounds with(ExecutionWindow other) {
    return new Bounds(startAt, endAt, maxRuns, Optional.of(other), calendars, jitter);
  }

  /** The same with other calendars. */
  public Bounds with(Calendars other) {
    return new Bounds(startAt, endAt, maxRuns, window, other, jitter);
  }

  /** What of a timetable lies between start and end. */
  public Timetable within(Timetable timetable) {
    return startAt.isEmpty() && endAt.isEmpty()
        ? timetable
        : new Within(timetable, startAt.orElse(Instant.MIN), endAt.orElse(Instant.MAX));
  }

  /** Whether so many occurrences that became a run are all that may. */
  public boolean spentBy(long launched) {
    return maxRuns.filter(most -> launched >= most).isPresent();
  }

  /** The instants of a timetable from a first to a last one, both included. */
  record Within(Timetable all, Instant first, Instant last) implements Timetable {
    @Override
    public Optional<Instant> after(Instant instant) {
      var next = instant.isBefore(first) ? all.from(first) : all.after(instant);
      return next.filter(found -> !found.isAfter(last));
    }

    @Override
    public Optional<Instant> before(Instant instant) {
      var previous = instant.isAfter(last) ? all.before(afterLast()) : all.before(instant);
      return previous.filter(found -> !found.isBefore(first));
    }

    @Override
    public long count(Instant from, Instant to) {
      var begin = from.isBefore(first) ? first : from;
      var end = to.isAfter(last) ? afterLast() : to;
      return begin.isBefore(end) ? all.count(begin, end) : 0;
    }

    private Instant afterLast() {
      return last.equals(Instant.MAX) ? last : last.plusMillis(1);
    }
  }
}
