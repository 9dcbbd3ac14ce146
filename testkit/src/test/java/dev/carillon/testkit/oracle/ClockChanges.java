package dev.carillon.testkit.oracle;

import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.cron.Gap;
import dev.carillon.core.cron.OverlapHour;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The clock changes of the JDK's zones, and what must hold around each of them. */
record ClockChanges(Instant from, Instant to) {
  static final ClockChanges FROM_2020_TO_2037 = between("2020-01-01", "2038-01-01");

  /** Every choice of gap with every choice of overlap. */
  static final List<DstPolicy> POLICIES =
      Stream.of(Gap.values())
          .flatMap(gap -> Stream.of(OverlapHour.values()).map(hour -> new DstPolicy(gap, hour)))
          .toList();

  static ClockChanges between(String from, String to) {
    return new ClockChanges(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
  }

  /** All zones that the JDK knows, in their order. */
  static List<ZoneId> zones() {
    return ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
  }

  /** One zone for each set of changes: most names are aliases, or differ in other years only. */
  Collection<ZoneId> zonesThatDiffer() {
    Map<String, ZoneId> byChanges = new TreeMap<>();
    zones().forEach(zone -> byChanges.putIfAbsent(in(zone).toString(), zone));
    return byChanges.values();
  }

  List<ZoneOffsetTransition> in(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition change = rules.nextTransition(from.minusSeconds(1));
    while (change != null && change.getInstant().isBefore(to)) {
      changes.add(change);
      change = rules.nextTransition(change.getInstant());
    }
    return changes;
  }

  /**
   * A fixed and a wild line must agree with the oracle under every policy; tells how many fires
   * that were. A change that leaves a day out is as long as one.
   */
  static int agree(ZoneId zone, ZoneOffsetTransition change, Duration around, RandomCron lines) {
    int hour = change.getDateTimeBefore().getHour();
    Instant from = change.getInstant().minus(around);
    Instant to = change.getInstant().plus(around);
    int fires = 0;
    for (DstPolicy policy : POLICIES) {
      for (boolean wild : new boolean[] {false, true}) {
        fires += Agreement.on(lines.line(hour, wild), zone, policy).between(from, to);
      }
    }
    return fires;
  }
}
