package dev.carillon.testkit.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the fire instants of a cron line by asking of every second whether it is one.
 *
 * @param gap {@code run_at_transition}, {@code skip} or {@code shift}
 * @param overlapHour {@code first}, {@code second} or {@code both}
 */
public record CronOracle(String gap, String overlapHour) {
  private static final Duration LONGEST_GAP = Duration.ofHours(3);

  /** The last zone left an offset with seconds in it, Liberia's -00:44:30, in January 1972. */
  private static final Instant WHOLE_MINUTES = Instant.parse("1972-02-01T00:00:00Z");

  /** A search goes by so much, as one of every second need not see the whole day. */
  private static final Duration PIECE = Duration.ofHours(1);

  /** The policies that a schedule has when it says nothing. */
  public static CronOracle standard() {
    return new CronOracle("run_at_transition", "first");
  }

  /** The fire instants in {@code [fromInclusive, toExclusive)}, of a line with 5, 6 or 7 fields. */
  public List<Instant> between(
      String expression, ZoneId zone, Instant fromInclusive, Instant toExclusive) {
    return between(OracleLine.read(expression), zone, fromInclusive, toExclusive);
  }

  /** The same for a line that was read already, which may be one of Quartz. */
  public List<Instant> between(
      OracleLine line, ZoneId zone, Instant fromInclusive, Instant toExclusive) {
    ZoneRules rules = zone.getRules();
    TreeSet<Instant> fires = new TreeSet<>();
    Instant at = wholeSecond(fromInclusive);
    while (at.isBefore(toExclusive)) {
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      if (line.matches(local) && (line.isWild() || runsInThisPass(local, at, rules))) {
        fires.add(at);
      }
      at = at.plusSeconds(step(line, local, at));
    }
    if (!line.isWild() && !gap.equals("skip")) {
      fires.addAll(madeUp(line, rules, fromInclusive, toExclusive));
    }
    return new ArrayList<>(fires);
  }

  /** The first fire instant after the given one, looked for day by day, up to a last day. */
  public Optional<Instant> next(OracleLine line, ZoneId zone, Instant after, LocalDate last) {
    LocalDate day = LocalDate.ofInstant(after, zone).minusDays(1);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      if (line.matchesDay(day)) {
        Instant end = end(day, zone);
        Instant from = later(after.plusSeconds(1), start(day, zone));
        for (; from.isBefore(end); from = from.plus(PIECE)) {
          List<Instant> fires = between(line, zone, from, from.plus(PIECE));
          if (!fires.isEmpty()) {
            return Optional.of(fires.getFirst());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The last fire instant before the given one, looked for day by day, down to a first day. */
  public Optional<Instant> previous(OracleLine line, ZoneId zone, Instant before, LocalDate first) {
    LocalDate day = LocalDate.ofInstant(before, zone).plusDays(1);
    for (; !day.isBefore(first); day = day.minusDays(1)) {
      if (line.matchesDay(day)) {
        Instant start = start(day, zone);
        Instant to = earlier(before, end(day, zone));
        for (; to.isAfter(start); to = to.minus(PIECE)) {
          List<Instant> fires = between(line, zone, to.minus(PIECE), to);
          if (!fires.isEmpty()) {
            return Optional.of(fires.getLast());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The runs of a day that a clock change puts off lie in the first hours of the next. */
  private static Instant end(LocalDate day, ZoneId zone) {
    return start(day.plusDays(1), zone).plus(LONGEST_GAP);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant wholeSecond(Instant from) {
    long second = from.getNano() > 0 ? from.getEpochSecond() + 1 : from.getEpochSecond();
    return Instant.ofEpochSecond(second);
  }

  /** One second, but what is left of a minute is passed over when it cannot hold a fire time. */
  private static long step(OracleLine line, LocalDateTime local, Instant at) {
    boolean nothingLeft = line.firesOnTheMinute() || !line.matchesMinute(local);
    return nothingLeft && !at.isBefore(WHOLE_MINUTES) ? 60 - local.getSecond() : 1;
  }

  private boolean runsInThisPass(LocalDateTime local, Instant at, ZoneRules rules) {
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.size() < 2) {
      return true;
    }
    return switch (overlapHour) {
      case "first" -> offsets.getFirst().equals(rules.getOffset(at));
      case "second" -> offsets.getLast().equals(rules.getOffset(at));
      case "both" -> true;
      default -> throw new IllegalArgumentException("no such overlap hour: " + overlapHour);
    };
  }

  /** The runs for local times that a clock change left out. */
  private List<Instant> madeUp(OracleLine line, ZoneRules rules, Instant from, Instant to) {
    List<Instant> made = new ArrayList<>();
    ZoneOffsetTransition change = rules.nextTransition(from.minus(LONGEST_GAP.multipliedBy(2)));
    while (change != null && change.getInstant().isBefore(to)) {
      if (change.isGap() && change.getDuration().compareTo(LONGEST_GAP) <= 0) {
        LocalDateTime local = change.getDateTimeBefore();
        while (local.isBefore(change.getDateTimeAfter())) {
          if (line.matches(local)) {
            made.add(instead(local, change));
          }
          local = local.plusSeconds(step(line, local, change.getInstant()));
        }
      }
      change = rules.nextTransition(change.getInstant());
    }
    made.removeIf(instant -> instant.isBefore(from) || !instant.isBefore(to));
    return made;
  }

  private Instant instead(LocalDateTime local, ZoneOffsetTransition change) {
    return switch (gap) {
      case "run_at_transition" -> change.getInstant();
      case "shift" -> local.toInstant(change.getOffsetBefore());
      default -> throw new IllegalArgumentException("no such gap: " + gap);
    };
  }
}
