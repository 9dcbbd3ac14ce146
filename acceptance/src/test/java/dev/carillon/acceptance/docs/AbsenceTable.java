package dev.carillon.acceptance.docs;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Launch;
import dev.carillon.core.timeline.Line;
import dev.carillon.core.timeline.Passed;
import dev.carillon.core.timeline.Reason;
import dev.carillon.core.timeline.Timeline;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of the times that a server was not there for, by each catch-up policy. */
final class AbsenceTable {
  private static final ScheduleId ID = new ScheduleId(new UUID(0, 1));
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final Instant FIRST = Instant.parse("2027-03-01T08:00:05Z");
  private static final Instant BACK = Instant.parse("2027-03-01T08:00:27Z");

  private AbsenceTable() {}

  static String rows() {
    return Arrays.stream(CatchupPolicy.values())
        .map(AbsenceTable::row)
        .collect(Collectors.joining("\n"));
  }

  private static String row(CatchupPolicy policy) {
    var cursor = Optional.of(FIRST);
    var clock = new Clock(ID, 1, ScheduleStatus.ACTIVE, cursor, cursor, 0, 0, 0);
    var agenda = Agenda.of(ID, everyFive(), Bounds.NONE);
    var passed = new Timeline(agenda, Catchup.DEFAULT.with(policy)).advance(clock, BACK).passed();
    Function<Reason, String> run =
        reason ->
            of(passed, Launch.class)
                .filter(launch -> launch.reason() == reason)
                .map(launch -> time(launch.nominal()))
                .collect(Collectors.joining(", "));
    var lost =
        of(passed, Line.class)
            .map(line ->
                "%s to %s: `%s`"
                    .formatted(time(line.from()), time(line.until()), word(line.reason())))
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s |"
        .formatted(word(policy), lost, run.apply(Reason.CAUGHT_UP), run.apply(Reason.LATE));
  }

  private static <T extends Passed> Stream<T> of(List<Passed> passed, Class<T> kind) {
    return passed.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static Trigger everyFive() {
    return switch (CronExpression.parse("*/5 * * * * *")) {
      case CronParse.Parsed(var expression) ->
          new Trigger.Cron(CronTimes.of(expression, ZoneOffset.UTC, DstPolicy.DEFAULT));
      case CronParse.Refused refused -> throw new IllegalStateException(refused.message());
    };
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(ZoneOffset.UTC));
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
