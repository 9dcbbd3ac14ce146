package dev.carillon.core.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which of the next clock changes of a zone meet a fire time, and what happens then. */
final class ClockChanges {
  /** Far enough to see both changes of a year, also for a schedule that is weekly. */
  private static final Duration HORIZON = Duration.ofDays(3 * 366);

  private static final long ALL_HOURS = (1L << 24) - 1;

  private final CronTimes fires;
  private final LocalTimes times;

  ClockChanges(CronTimes fires, LocalTimes times) {
    this.fires = fires;
    this.times = times;
  }

  /** At most one warning for a gap and one for an overlap: the next of each kind. */
  List<Warning> warnings(Instant now) {
    if (fires.expression().neverFires() || isPlainlyOnTheWallClock()) {
      return List.of();
    }
    List<ZoneOffsetTransition> changes = upcoming(now);
    Stream<Warning> gap = changes.stream().flatMap(change -> gapAt(change).stream()).limit(1);
    Stream<Warning> overlap =
        changes.stream().flatMap(change -> overlapAt(change).stream()).limit(1);
    return Stream.concat(gap, overlap).toList();
  }

  private List<ZoneOffsetTransition> upcoming(Instant now) {
    ZoneRules rules = fires.zone().getRules();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition change = rules.nextTransition(now);
    while (change != null && Duration.between(now, change.getInstant()).compareTo(HORIZON) < 0) {
      changes.add(change);
      change = rules.nextTransition(change.getInstant());
    }
    return changes;
  }

  /** Nobody is surprised that {@code * * * * *} does not run in an hour that does not exist. */
  private boolean isPlainlyOnTheWallClock() {
    return fires.expression().followsWallClock() && fires.expression().times().hours() == ALL_HOURS;
  }

  private Optional<Warning> gapAt(ZoneOffsetTransition change) {
    if (!change.isGap()) {
      return Optional.empty();
    }
    return firstTime(change.getDateTimeBefore(), change.getDateTimeAfter())
        .map(time -> new Warning(Warning.Kind.CLOCK_GAP, what(change, time) + atGap(change)));
  }

  private Optional<Warning> overlapAt(ZoneOffsetTransition change) {
    if (!change.isOverlap()) {
      return Optional.empty();
    }
    return firstTime(change.getDateTimeAfter(), change.getDateTimeBefore())
        .map(time -> new Warning(Warning.Kind.CLOCK_OVERLAP, what(change, time) + atOverlap()));
  }

  private Optional<LocalDateTime> firstTime(LocalDateTime from, LocalDateTime to) {
    long first = times.atOrAfter(from.toEpochSecond(ZoneOffset.UTC));
    return first < to.toEpochSecond(ZoneOffset.UTC)
        ? Optional.of(LocalDateTime.ofEpochSecond(first, 0, ZoneOffset.UTC))
        : Optional.empty();
  }

  private String what(ZoneOffsetTransition change, LocalDateTime time) {
    return fires.zone()
        + ": the clocks go from "
        + words(change.getDateTimeBefore())
        + " to "
        + words(change.getDateTimeAfter())
        + (change.isGap() ? ", which leaves out " : ", which repeats ")
        + time.toLocalTime()
        + ": ";
  }

  private String atGap(ZoneOffsetTransition change) {
    Gap gap = Stretch.makesUpFor(change) ? fires.applied().gap() : Gap.SKIP;
    return switch (gap) {
      case RUN_AT_TRANSITION -> "it runs at " + change.getDateTimeAfter().toLocalTime();
      case SKIP -> "it does not run then";
      case SHIFT -> "it runs " + change.getDuration().toMinutes() + " minutes later";
    };
  }

  private String atOverlap() {
    return switch (fires.applied().overlapHour()) {
      case FIRST -> "it runs the first time only";
      case SECOND -> "it runs the second time only";
      case BOTH -> "it runs both times";
    };
  }

  private static String words(LocalDateTime time) {
    return time.toLocalDate() + " " + time.toLocalTime();
  }
}
