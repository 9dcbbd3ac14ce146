package dev.carillon.core.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The fire instants of an expression in a zone under a DST policy. All are whole seconds in the
 * years 1 to 9999. Equal when expression, zone and policy are equal. Immutable, and threads may
 * share it: the one field that changes holds the immutable stretch that was last walked, and a
 * reader that sees an old one only looks it up again.
 */
public final class CronTimes {
  /** What {@link #nextSecond} and {@link #previousSecond} answer when there is no instant. */
  public static final long NONE = Long.MAX_VALUE;

  private final CronExpression expression;
  private final ZoneId zone;
  private final DstPolicy policy;

  /** The policy where it applies: an expression that follows the wall clock has none to choose. */
  private final DstPolicy applied;

  private final LocalTimes times;
  private final ZoneRules rules;
  private final boolean neverFires;
  private Stretch recent;

  private CronTimes(CronExpression expression, ZoneId zone, DstPolicy policy) {
    this.expression = expression;
    this.zone = zone;
    this.policy = policy;
    this.applied = expression.followsWallClock() ? DstPolicy.WALL_CLOCK : policy;
    this.times = new LocalTimes(expression.times(), expression.days());
    this.rules = zone.getRules();
    this.neverFires = expression.neverFires();
    this.recent = Stretch.around(0, rules, applied);
  }

  public static CronTimes of(CronExpression expression, ZoneId zone, DstPolicy policy) {
    return new CronTimes(expression, zone, policy);
  }

  public CronExpression expression() {
    return expression;
  }

  public ZoneId zone() {
    return zone;
  }

  public DstPolicy policy() {
    return policy;
  }

  /** What the expression means, with warnings about the next clock changes of the zone. */
  public Explanation explain(Instant now) {
    Explanation explanation = expression.explain();
    List<Warning> warnings = new ArrayList<>(explanation.warnings());
    warnings.addAll(new ClockChanges(this, times).warnings(now));
    return new Explanation(explanation.words(), warnings);
  }

  /**
   * Whether the clock of the zone then shows a time that the line names. A fire instant at which it
   * does not makes up for a time that the clocks left out.
   */
  public boolean showsTimeAt(Instant instant) {
    return times.contains(instant.getEpochSecond() + rules.getOffset(instant).getTotalSeconds());
  }

  /**
   * The smallest pause between two times on a clock that never changes, over the 400 years in which
   * the calendar repeats; empty when there are no two.
   */
  public Optional<Duration> smallestPause() {
    long pause = times.smallestPause();
    return pause == NONE ? Optional.empty() : Optional.of(Duration.ofSeconds(pause));
  }

  /** The first fire instant strictly after the given one. */
  public Optional<Instant> next(Instant after) {
    return instant(nextSecond(after.getEpochSecond()));
  }

  /** The last fire instant strictly before the given one. */
  public Optional<Instant> previous(Instant before) {
    return instant(previousSecond(ceiling(before)));
  }

  /**
   * How many fire instants lie in {@code [from, to)}, by arithmetic: a month costs microseconds.
   */
  public long count(Instant from, Instant to) {
    long end = Math.min(ceiling(to), LocalTimes.END + Stretch.WIDEST_OFFSET);
    long at = Math.max(ceiling(from), LocalTimes.START - Stretch.WIDEST_OFFSET);
    long count = 0;
    while (at < end && !neverFires) {
      Stretch stretch = stretchAround(at);
      count += stretch.count(at, end, times);
      at = stretch.end();
    }
    return count;
  }

  /**
   * As {@link #next}, in epoch seconds and without allocation; {@link #NONE} when there is none.
   */
  public long nextSecond(long afterEpochSecond) {
    if (neverFires || afterEpochSecond >= LocalTimes.END + Stretch.WIDEST_OFFSET) {
      return NONE;
    }
    long after = Math.max(afterEpochSecond, LocalTimes.START - Stretch.WIDEST_OFFSET);
    Stretch stretch = stretchAround(after + 1);
    long next = stretch.next(after, times);
    while (next == NONE) {
      long candidate = times.atOrAfter(stretch.end() - Stretch.WIDEST_OFFSET);
      if (stretch.end() == NONE || candidate == LocalTimes.NONE) {
        return NONE;
      }
      after = Math.max(stretch.end(), candidate - Stretch.WIDEST_OFFSET) - 1;
      stretch = stretchAround(after + 1);
      next = stretch.next(after, times);
    }
    return next;
  }

  /** As {@link #previous}, in epoch seconds; {@link #NONE} when there is none. */
  public long previousSecond(long beforeEpochSecond) {
    if (neverFires || beforeEpochSecond <= LocalTimes.START - Stretch.WIDEST_OFFSET) {
      return NONE;
    }
    long before = Math.min(beforeEpochSecond, LocalTimes.END + Stretch.WIDEST_OFFSET);
    Stretch stretch = stretchAround(before - 1);
    long previous = stretch.previous(before, times);
    while (previous == NONE) {
      long candidate = times.atOrBefore(stretch.start() + Stretch.WIDEST_OFFSET);
      if (stretch.start() == Long.MIN_VALUE || candidate == LocalTimes.NONE) {
        return NONE;
      }
      before = Math.min(stretch.start(), candidate + Stretch.WIDEST_OFFSET + 1);
      stretch = stretchAround(before - 1);
      previous = stretch.previous(before, times);
    }
    return previous;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronTimes that
        && expression.equals(that.expression)
        && zone.equals(that.zone)
        && policy.equals(that.policy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(expression, zone, policy);
  }

  @Override
  public String toString() {
    return expression + " in " + zone;
  }

  DstPolicy applied() {
    return applied;
  }

  private Stretch stretchAround(long second) {
    Stretch stretch = recent;
    if (!stretch.contains(second)) {
      stretch = Stretch.around(second, rules, applied);
      recent = stretch;
    }
    return stretch;
  }

  private static long ceiling(Instant instant) {
    return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
  }

  private static Optional<Instant> instant(long second) {
    return second == NONE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
  }
}
