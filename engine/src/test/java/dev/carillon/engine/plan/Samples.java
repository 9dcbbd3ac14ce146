package dev.carillon.engine.plan;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.timeline.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Schedules and clocks for the tests of the engine's rules: every five seconds, in UTC. */
public final class Samples {
  /** The second zero of the tests. */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static final ScheduleId ID = new ScheduleId(new UUID(7, 7));

  private Samples() {}

  /** A schedule that is due every five seconds and calls the agent {@code clerk}. */
  public static Schedule schedule(OverlapPolicy overlap, CatchupPolicy catchup) {
    var defaults = Policies.DEFAULT;
    return schedule(
        new Policies(
            overlap,
            Catchup.DEFAULT.with(catchup),
            defaults.onResume(),
            defaults.onLost(),
            defaults.timeout()),
        "*/5 * * * * *");
  }

  /** A schedule with this cron line, whose first field is seconds. */
  public static Schedule schedule(Policies policies, String cron) {
    return new Schedule(
        ID,
        new Owner(1, 1),
        1,
        new Heading("sample", "", List.of(), Map.of()),
        new Definition(
            new Trigger.Cron(CronTimes.of(expression(cron), ZoneOffset.UTC, DstPolicy.DEFAULT)),
            new Target.Agent("clerk"),
            new Input("do it", Input.NO_CONTEXT),
            policies),
        START,
        START);
  }

  /** Its clock, so many seconds after the start. */
  public static Clock clock(long cursor, int live, int waiting) {
    var at = Optional.of(at(cursor));
    return new Clock(ID, 1, ScheduleStatus.ACTIVE, at, at, live, waiting, 0);
  }

  public static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private static CronExpression expression(String text) {
    return switch (CronExpression.parse(text)) {
      case CronParse.Parsed(var expression) -> expression;
      case CronParse.Refused refused -> throw new IllegalArgumentException(refused.message());
    };
  }
}
