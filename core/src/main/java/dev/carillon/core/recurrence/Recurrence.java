package dev.carillon.core.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Objects;
import java.util.Optional;

/**
 * The instants of a recurrence rule (RFC 5545) from its start on, on the clock of a zone. Only what
 * the rule matches counts, the start itself too. Whole seconds; none after the year 2399. Equal
 * when rule, start and zone are equal. Immutable.
 */
public final class Recurrence {
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final long NONE = LocalRule.NONE;

  /** No offset is further from UTC. */
  private static final long WIDEST_OFFSET = 18 * 3600;

  /** A second that no instant reaches. */
  private static final long END =
      LocalRule.LAST_DAY.plusDays(1).toEpochDay() * Times.DAY + WIDEST_OFFSET;

  private final RecurrenceRule rule;
  private final Instant start;
  private final ZoneId zone;
  private final ZoneRules rules;
  private final LocalRule times;
  private final long last;

  /** Refuses a start outside of the years that {@link #canStart} tells. */
  public Recurrence(RecurrenceRule rule, Instant start, ZoneId zone) {
    if (!canStart(start)) {
      throw new IllegalArgumentException("no recurrence starts at " + start);
    }
    this.rule = rule;
    this.start = start;
    this.zone = zone;
    rules = zone.getRules();
    times = new LocalRule(rule.rule(), LocalDateTime.ofInstant(start, zone));
    last =
        rule.rule()
            .until()
            .map(until -> Math.min(until.in(zone).getEpochSecond(), END))
            .orElse(END);
  }

  /** Whether a recurrence can start then: at a whole second of the years 1900 to 2399. */
  public static boolean canStart(Instant start) {
    var day = Math.floorDiv(start.getEpochSecond(), (long) Times.DAY);
    return start.getNano() == 0
        && day > FIRST_DAY.toEpochDay()
        && day < LocalRule.LAST_DAY.toEpochDay();
  }

  public RecurrenceRule rule() {
    return rule;
  }

  public Instant start() {
    return start;
  }

  public ZoneId zone() {
    return zone;
  }

  /** What the rule means in plain English. */
  public String words() {
    return new RuleWords(rule.rule(), LocalDateTime.ofInstant(start, zone)).sentence();
  }

  /** The first instant strictly after the given one. */
  public Optional<Instant> next(Instant after) {
    var at = Math.max(after.getEpochSecond(), start.getEpochSecond() - 1) + 1;
    while (at <= last) {
      var segment = Segment.around(at, rules);
      var found = segment.atOrAfter(at, times);
      if (found != NONE) {
        return found > last ? Optional.empty() : Optional.of(Instant.ofEpochSecond(found));
      }
      var later = segment.end() == NONE ? NONE : times.atOrAfter(segment.end() - WIDEST_OFFSET);
      if (later == NONE) {
        return Optional.empty();
      }
      at = Math.max(segment.end(), later - WIDEST_OFFSET);
    }
    return Optional.empty();
  }

  /** The last instant strictly before the given one. */
  public Optional<Instant> previous(Instant before) {
    var at = Math.min(ceiling(before) - 1, last);
    while (at >= start.getEpochSecond()) {
      var segment = Segment.around(at, rules);
      var found = segment.atOrBefore(at, times);
      if (found != NONE) {
        return Optional.of(Instant.ofEpochSecond(found))
            .filter(instant -> !instant.isBefore(start));
      }
      var earlier =
          segment.start() == Long.MIN_VALUE
              ? NONE
              : times.atOrBefore(segment.start() + WIDEST_OFFSET);
      if (earlier == NONE) {
        return Optional.empty();
      }
      at = Math.min(segment.start() - 1, earlier + WIDEST_OFFSET);
    }
    return Optional.empty();
  }

  /** How many instants lie in {@code [from, to)}. */
  public long count(Instant from, Instant to) {
    var at = Math.max(ceiling(from), start.getEpochSecond());
    var end = Math.min(ceiling(to) - 1, last) + 1;
    var count = 0L;
    while (at < end) {
      var segment = Segment.around(at, rules);
      count += segment.count(at, end, times);
      at = segment.end();
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recurrence that
        && rule.equals(that.rule)
        && start.equals(that.start)
        && zone.equals(that.zone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, start, zone);
  }

  @Override
  public String toString() {
    return rule + " from " + start + " in " + zone;
  }

  private static long ceiling(Instant instant) {
    return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
  }
}
