package dev.carillon.testkit.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the fire instants of a cron line by asking of every second, or minute, whether it is one.
 *
 * @param gap {@code run_at_transition}, {@code skip} or {@code shift}
 * @param overlapHour {@code first}, {@code second} or {@code both}
 */
public record CronOracle(String gap, String overlapHour) {
  private static final Duration LONGEST_GAP = Duration.ofHours(3);

  /** The last zone left an offset with seconds in it, Liberia's -00:44:30, in January 1972. */
  private static final Instant WHOLE_MINUTES = Instant.parse("1972-02-01T00:00:00Z");

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
    boolean minutes = line.firesOnTheMinute() && !fromInclusive.isBefore(WHOLE_MINUTES);
    TreeSet<Instant> fires = new TreeSet<>();
    Instant at = firstStep(fromInclusive, minutes);
    while (at.isBefore(toExclusive)) {
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      if (line.matches(local) && (line.isWild() || runsInThisPass(local, at, rules))) {
        fires.add(at);
      }
      at = at.plusSeconds(minutes ? 60 : 1);
    }
    if (!line.isWild() && !gap.equals("skip")) {
      fires.addAll(madeUp(line, rules, fromInclusive, toExclusive));
    }
    return new ArrayList<>(fires);
  }

  private static Instant firstStep(Instant from, boolean minutes) {
    long unit = minutes ? 60 : 1;
    long second = from.getNano() > 0 ? from.getEpochSecond() + 1 : from.getEpochSecond();
    return Instant.ofEpochSecond(Math.ceilDiv(second, unit) * unit);
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
          local = local.plusSeconds(1);
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
